package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Walk;
import java.util.List;

/**
 * What is logged when a file is handed in: the content of an entry of kind {@link EntryKind#FILE}.
 *
 * @param digest of the file; its path is where a bundle keeps it
 * @param file how it came
 */
public record FileReceipt(FileDigest digest, SourceFile file) {
    private static final String FORMAT = "jingling/file/v1";

    public FileReceipt {
        if (!digest.path().equals(file.path())) {
            throw new IllegalArgumentException(
                    "file receipt: got digest of " + Shown.of(digest.path()) + ", want of " + Shown.of(file.path()));
        }
    }

    /** The receipt of a file with that content. */
    public static FileReceipt of(SourceFile file, byte[] content, Seals seals) {
        return new FileReceipt(FileDigest.of(file.path(), content, seals), file);
    }

    /** Reads what {@link #bytes} writes, and nothing else. */
    static FileReceipt read(byte[] content) {
        List<Paragraphs.Paragraph> all = Paragraphs.read(FORMAT, content).all();
        if (all.size() != 2) {
            throw new IllegalArgumentException("file receipt: got " + all.size() + " paragraphs, want 2");
        }
        Walk lines = all.getFirst().walk();
        FileDigest digest = FileDigest.read(lines.next("digest"));
        lines.end();
        return new FileReceipt(digest, SourceFile.read(all.get(1).walk()));
    }

    /** What is committed to. */
    public byte[] bytes() {
        return new Paragraphs(
                        FORMAT, List.of(new Made().with("digest", digest.line()).done(), file.paragraph()))
                .bytes();
    }
}
