package io.jingling.http.citizen;

import io.jingling.domain.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;

/** One request: whose it is, and how large its letters are. Filled by {@link CitizenGate}. */
@RequestScoped
class Visit {
    private Session session;
    private boolean elder;

    void begins(boolean large) {
        elder = large;
    }

    void isOf(Session visitor) {
        session = visitor;
    }

    boolean isLoggedIn() {
        return session != null;
    }

    /** Only behind the gate. */
    Session session() {
        return session;
    }

    PhoneNumber number() {
        return session.number();
    }

    Page page(String title) {
        return new Page(
                title, elder, isLoggedIn(), isLoggedIn() ? session.number().toString() : "");
    }

    /**
     * What every page shows around its own content.
     *
     * @param me the owner's number, masked; empty for a stranger
     */
    record Page(String title, boolean elder, boolean loggedIn, String me) {}
}
