package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Paragraph;
import io.jingling.evidence.Paragraphs.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a bundle says of itself: the case, the files, the claims.
 *
 * @param head who made it for what
 * @param files each below {@link BundlePath#FILES}, each once
 * @param claims in the order of reading
 */
public record CaseFile(Head head, List<SourceFile> files, List<Claim> claims) {
    static final String FORMAT = "jingling/bundle/v1";

    /**
     * Who made a bundle for what.
     *
     * @param caseId the case's number at who receives it
     * @param purpose what it was made for
     * @param issuer who made it, as the seal's keys are named
     * @param exporter the person whom it was given to
     * @param made when, by the issuer's clock
     */
    public record Head(String caseId, String purpose, String issuer, String exporter, Instant made) {
        public Head {
            NoteKey.wantName(issuer);
            Moment.wantSeconds(made);
        }
    }

    public CaseFile {
        files = List.copyOf(files);
        claims = List.copyOf(claims);
        Set<String> paths = new HashSet<>();
        for (SourceFile file : files) {
            if (!paths.add(file.path())) {
                throw new IllegalArgumentException("file: got " + Shown.of(file.path()) + " twice, want each once");
            }
        }
        for (Claim claim : claims) {
            if (!paths.containsAll(claim.inputs())) {
                throw new IllegalArgumentException(
                        "claim " + Shown.of(claim.text()) + ": got an input that is no file, want files of the bundle");
            }
        }
    }

    /** Reads what {@link #bytes} writes, and nothing else. */
    static CaseFile read(byte[] file) {
        List<Paragraph> all = Paragraphs.read(FORMAT, file).all();
        Head head = head(all.getFirst().walk());
        List<SourceFile> files = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Paragraph paragraph : all.subList(1, all.size())) {
            if (claims.isEmpty() && paragraph.begins("file")) {
                files.add(SourceFile.read(paragraph.walk()));
            } else {
                claims.add(Claim.read(paragraph.walk(), claims.size() + 1));
            }
        }
        return new CaseFile(head, files, claims);
    }

    private static Head head(Walk lines) {
        Head head = new Head(
                lines.next("case"),
                lines.next("purpose"),
                lines.next("issuer"),
                lines.next("exporter"),
                Moment.of(lines.next("made")));
        lines.end();
        return head;
    }

    byte[] bytes() {
        List<Paragraph> all = new ArrayList<>();
        all.add(new Made()
                .with("case", head.caseId)
                .with("purpose", head.purpose)
                .with("issuer", head.issuer)
                .with("exporter", head.exporter)
                .with("made", head.made.toString())
                .done());
        files.forEach(file -> all.add(file.paragraph()));
        for (int i = 0; i < claims.size(); i++) {
            all.add(claims.get(i).paragraph(i + 1));
        }
        return new Paragraphs(FORMAT, all).bytes();
    }
}
