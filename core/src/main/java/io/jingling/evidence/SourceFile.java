package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Paragraph;
import io.jingling.evidence.Paragraphs.Walk;
import java.time.Instant;

/**
 * A file that somebody handed in: what it is, from whom, and how it was made.
 *
 * @param path below {@link BundlePath#FILES}
 * @param sort what it is: {@code call_log}, {@code recording}, {@code screenshot}, {@code sms}, {@code transfer}, or other words
 * @param received when it came and was hashed, by the clock of who received it
 * @param from who handed it in
 * @param how how it was made, in a sentence
 */
public record SourceFile(String path, String sort, Instant received, String from, String how) {
    public SourceFile {
        BundlePath.wantPath(path);
        if (!path.startsWith(BundlePath.FILES)) {
            throw new IllegalArgumentException("file: got " + Shown.of(path) + ", want one below " + BundlePath.FILES);
        }
        Moment.wantSeconds(received);
    }

    static SourceFile read(Walk lines) {
        SourceFile file = new SourceFile(
                lines.next("file"),
                lines.next("sort"),
                Moment.of(lines.next("received")),
                lines.next("from"),
                lines.next("how"));
        lines.end();
        return file;
    }

    Paragraph paragraph() {
        return new Made()
                .with("file", path)
                .with("sort", sort)
                .with("received", received.toString())
                .with("from", from)
                .with("how", how)
                .done();
    }
}
