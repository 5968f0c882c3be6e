package io.jingling.evidence;

import io.jingling.evidence.Paragraphs.Made;
import io.jingling.evidence.Paragraphs.Walk;
import java.util.List;
import java.util.Map;

/** The file of an opening in a bundle: its content stands in it, or is a file of the bundle. */
final class OpeningFile {
    private static final String FORMAT = "jingling/opening/v1";

    private OpeningFile() {}

    static byte[] write(Opening opening) {
        return bytes(head(opening).with("content", Base64Text.encode(opening.content())));
    }

    /** An opening whose content are the bytes of that file. */
    static byte[] writeOf(Opening opening, String path) {
        return bytes(head(opening).with("file", path));
    }

    /** Reads what was written, the content of others out of the bundle's files. */
    static Opening read(byte[] file, Map<String, byte[]> files) {
        List<Paragraphs.Paragraph> all = Paragraphs.read(FORMAT, file).all();
        if (all.size() != 1) {
            throw new IllegalArgumentException("opening: got " + all.size() + " paragraphs, want 1");
        }
        Walk lines = all.getFirst().walk();
        EntryKind kind = EntryKind.of(lines.next("kind"));
        byte[] salt = Base64Text.decode("salt", lines.next("salt"));
        byte[] content = lines.maybe("file")
                .map(path -> contentOf(path, files))
                .orElseGet(() -> Base64Text.decode("content", lines.next("content")));
        lines.end();
        return new Opening(kind, salt, content);
    }

    private static byte[] contentOf(String path, Map<String, byte[]> files) {
        if (!files.containsKey(path)) {
            throw new IllegalArgumentException("opening: got file " + Shown.of(path) + ", want one of the bundle");
        }
        return files.get(path);
    }

    private static Made head(Opening opening) {
        return new Made().with("kind", opening.kind().word()).with("salt", Base64Text.encode(opening.salt()));
    }

    private static byte[] bytes(Made lines) {
        return new Paragraphs(FORMAT, List.of(lines.done())).bytes();
    }
}
