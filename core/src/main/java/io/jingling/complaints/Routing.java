package io.jingling.complaints;

/** Says who is responsible for what was reported. */
public interface Routing {
    Route of(Report report);

    /**
     * Who, and why.
     *
     * @param rule which one said so
     * @param why in words, for the citizen
     */
    record Route(Desk to, String rule, String why) {}
}
