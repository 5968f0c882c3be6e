package io.jingling.platform;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.Report;
import io.jingling.complaints.ReporterId;
import io.jingling.evidence.BundleDraft;
import io.jingling.evidence.BundleDraft.Logged;
import io.jingling.evidence.BundleDraft.Stamp;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.EntryKind;
import io.jingling.evidence.Part;
import io.jingling.evidence.SourceFile;
import io.jingling.platform.EvidenceKeeper.Filed;
import io.jingling.platform.EvidenceKeeper.Opened;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the bundle of one person's part of a case, for that person: what was said, the files that came with it, and the
 * entries of the log that have both. Nothing of others who reported the same is asked for, so nothing of theirs can be in it.
 */
public final class OwnBundles {
    /** So much of one's files is in a bundle; of what is beyond there is the digest, in the log's entry. */
    public static final long CONTENT_MAX = 64L << 20;

    private static final String WHO = "举报人本人";
    private static final String KEPT = BundlePath.FILES + "存证/";

    private final CaseStore cases;
    private final EvidenceKeeper keeper;
    private final Issuer issuer;

    public OwnBundles(CaseStore cases, EvidenceKeeper keeper, Issuer issuer) {
        this.cases = cases;
        this.keeper = keeper;
        this.issuer = issuer;
    }

    /** What goes in, as it is gathered. */
    private record Gathered(
            Instant now,
            Map<String, byte[]> contents,
            List<SourceFile> files,
            List<Claim> claims,
            Map<String, Logged> logged) {
        private static Gathered at(Instant now) {
            return new Gathered(
                    now, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        }

        private void add(SourceFile file, byte[] content) {
            files.add(file);
            contents.put(file.path(), content);
        }
    }

    /**
     * The finished file; that it was made is in the log.
     *
     * @return empty where that one reported nothing in this case
     * @throws StoreFailure where evidence, the store or the seals fail: then there is no bundle
     */
    public Optional<byte[]> of(CaseNumber number, ReporterId by, Instant at) {
        List<Report> reports = cases.reports(number, by);
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(sealed(number, reports, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    private byte[] sealed(CaseNumber number, List<Report> reports, Instant now) {
        Gathered all = Gathered.at(now);
        Set<String> mine = reports.stream().map(Report::id).collect(Collectors.toSet());
        List<Exhibit> exhibits = cases.exhibits(number).stream()
                .filter(file -> mine.contains(file.report()))
                .toList();
        OwnWords words = new OwnWords(number, reports, exhibits);
        all.add(new SourceFile(OwnWords.PATH, "report", now, WHO, "由平台按举报内容写出"), words.bytes());
        for (int i = 0; i < reports.size(); i++) {
            add(all, reports.get(i), i + 1);
        }
        long left = CONTENT_MAX;
        for (int i = 0; i < exhibits.size(); i++) {
            left -= add(all, number, exhibits.get(i), i + 1, left);
        }
        CaseFile.Head head = new CaseFile.Head(number.toString(), "举报人保存自己的举报,供报案和维权使用", issuer.name(), WHO, now);
        CaseFile caseFile = new CaseFile(head, all.files(), all.claims());
        Custody custody = new Custody(List.of(
                new Custody.Step(issuer.name(), Custody.Act.PRESERVE, now, "从平台的记录导出,清单存证并加盖时间戳、封印"),
                new Custody.Step(WHO, Custody.Act.RELEASE, now, "登录后自行下载")));
        BundleDraft draft = BundleDraft.of(
                caseFile, custody, all.contents(), issuer.pages(caseFile, custody, words.course()), issuer.seals());
        return sealed(draft, all.logged());
    }

    private byte[] sealed(BundleDraft draft, Map<String, Logged> logged) {
        Filed filed = keeper.filed(EntryKind.CUSTODY, draft.manifestBytes());
        Logged manifest =
                new Logged(filed.opening(), keeper.log().proof(filed.receipt().index()));
        List<Stamp> stamps = new ArrayList<>(issuer.stamps(BundlePath.MANIFEST, draft.manifestBytes()));
        stamps.addAll(issuer.stamps(BundlePath.PROOF, manifest.proof().bytes()));
        return draft.sealed(manifest, logged, stamps, issuer.signers());
    }

    private void add(Gathered all, Report report, int place) {
        List<String> inputs = new ArrayList<>(List.of(OwnWords.PATH));
        cases.entryOf(report.id())
                .ifPresent(entry ->
                        inputs.addAll(show(all, entry, "jingling/report/v1\nid " + report.id() + "\n", place)));
        all.claims().add(observed(OwnWords.sentence(report), inputs));
    }

    /** Gives how many bytes it took. */
    private long add(Gathered all, CaseNumber number, Exhibit file, int place, long left) {
        List<String> inputs = new ArrayList<>(List.of(OwnWords.PATH));
        inputs.addAll(show(all, file.entry(), "jingling/exhibit/v1\n", place));
        Optional<byte[]> content = file.bytes() > left ? Optional.empty() : cases.content(number, file.id());
        content.ifPresent(bytes -> {
            SourceFile source = OwnWords.source(file, place, WHO);
            all.add(source, bytes);
            inputs.add(source.path());
        });
        all.claims().add(observed("举报人交来一个文件,SHA-256 " + file.sha256(), inputs));
        return content.map(bytes -> (long) bytes.length).orElse(0L);
    }

    private static Claim observed(String text, List<String> inputs) {
        return new Claim(Claim.Kind.OBSERVED, text, "own-report/v1", "", inputs);
    }

    /**
     * Shows an entry of the log, and of its parts the one that begins so: others' parts are commitments in the entry, and stay
     * such.
     *
     * @return the files that the part is in; none where it was deleted, or where the entry is of a kind that bundles read otherwise
     */
    private List<String> show(Gathered all, long entry, String beginning, int place) {
        Optional<Opened> opened =
                keeper.open(entry).filter(found -> found.opening().kind() == EntryKind.REPORT);
        Optional<Part.Kept> part = opened.stream()
                .flatMap(found -> found.parts().stream())
                .filter(Part.Kept.class::isInstance)
                .map(Part.Kept.class::cast)
                .filter(kept -> new String(kept.content(), StandardCharsets.UTF_8).startsWith(beginning))
                .findFirst();
        if (part.isEmpty()) {
            return List.of();
        }
        String name = (beginning.contains("exhibit") ? "file-" : "report-") + place;
        all.logged()
                .put(
                        name,
                        new Logged(opened.orElseThrow().opening(), keeper.log().proof(entry)));
        SourceFile lines = OwnWords.kept(KEPT + name + ".txt", all.now(), issuer.name());
        SourceFile salt = OwnWords.kept(KEPT + name + ".salt", all.now(), issuer.name());
        all.add(lines, part.get().content());
        all.add(salt, part.get().salt());
        return List.of(lines.path(), salt.path());
    }
}
