package io.jingling.server;

/** What the process ends with. */
final class Exit {
    static final int DONE = 0;
    static final int BAD_INPUT = 2;
    static final int WORLD_FAILED = 3;

    private Exit() {}
}
