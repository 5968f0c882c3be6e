package io.jingling.http;

/** The roles' names, as annotations want them; each is the lower-case name of an {@code ApiKey.Role}. */
final class Role {
    static final String SUBSCRIBER = "subscriber";
    static final String OFFICER = "officer";
    static final String OPERATOR = "operator";
    static final String REGULATOR = "regulator";
    static final String AUDITOR = "auditor";

    private Role() {}
}
