package io.jingling.complaints;

/**
 * Who reports, as an opaque id: the same person has the same id, and nobody can tell the number from it.
 *
 * @param id 1 to 64 letters, digits, {@code -} or {@code _}; never a telephone number
 */
public record ReporterId(String id) {
    public ReporterId {
        if (!id.matches("[A-Za-z0-9_-]{1,64}") || id.matches("[0-9]{7,}")) {
            throw new IllegalArgumentException(
                    "reporter: got " + id.length() + " characters, want an opaque id, which is no number");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
