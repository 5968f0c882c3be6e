package io.jingling.custody;

/** Why a step with full numbers may not be done. */
public enum Denial {
    SAME_PERSON("key", "that of who asked", "another person's"),
    TOO_NEW("key", "one made after it was asked for", "one of somebody who was known before"),
    NOT_OPEN("release", "one that was answered, or waited too long", "one that waits for an answer"),
    ANOTHER_ASKED("key", "another than that of who asked", "that of who asked"),
    NOT_RELEASED("release", "one that nobody released", "one that another person released"),
    OVER("release", "one whose time to read is over", "to ask anew"),
    OTHER_CASE("case", "another than that of the release", "that of the release"),
    OTHER_SUBJECT("release", "one of something else", "one of what is to be seen"),
    ROLE("key", "one of another role", "an officer's or an operator's"),
    TOO_MANY("releases", "as many waiting as one person may have", "to wait for an answer");

    private final String field;
    private final String got;
    private final String want;

    Denial(String field, String got, String want) {
        this.field = field;
        this.got = got;
        this.want = want;
    }

    public String field() {
        return field;
    }

    public String got() {
        return got;
    }

    public String want() {
        return want;
    }
}
