package io.jingling.records;

/** What became of a line. */
public sealed interface Row<T> {
    /** The number of its first physical line, from 1. */
    long line();

    /** The line as it was; holds full numbers. */
    String raw();

    /** It was good. */
    record Taken<T>(long line, String raw, T value) implements Row<T> {}

    /** It was not, and the next line is read all the same. */
    record Refused<T>(Rejected why) implements Row<T> {
        @Override
        public long line() {
            return why.line();
        }

        @Override
        public String raw() {
            return why.raw();
        }
    }
}
