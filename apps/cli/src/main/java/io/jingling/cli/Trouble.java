package io.jingling.cli;

/** What ends a command: a sentence for its user, and the exit code. */
final class Trouble extends RuntimeException {
    static final int NEGATIVE = 1;
    static final int BAD_INPUT = 2;
    static final int WORLD_FAILED = 3;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Trouble(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** It was understood, and the answer is no. */
    static Trouble negative(String sentence) {
        return new Trouble(sentence, NEGATIVE);
    }

    static Trouble badInput(String sentence) {
        return new Trouble(sentence, BAD_INPUT);
    }

    static Trouble worldFailed(String sentence) {
        return new Trouble(sentence, WORLD_FAILED);
    }

    int exitCode() {
        return exitCode;
    }
}
