package io.jingling.http;

import jakarta.ws.rs.core.Response.Status;

/** A request that is understood and not done: 403, 404, 413, 429, … */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static Refused notYours() {
        return new Refused(Problem.of(403, "forbidden", "Forbidden", "this key opens one subscriber's data only"));
    }

    static Refused noSuch(String thing) {
        return new Refused(Problem.of(
                Status.NOT_FOUND.getStatusCode(), "not-found", "Not found", thing + ": got an id that nothing has"));
    }

    static Refused noStanding() {
        return new Refused(Problem.of(404, "not-found", "Not found", "number: got one without a standing"));
    }

    static Refused busy(int most) {
        return new Refused(
                Problem.of(429, "busy", "Busy", "imports: got " + most + " at work already, want to wait for one"));
    }
}
