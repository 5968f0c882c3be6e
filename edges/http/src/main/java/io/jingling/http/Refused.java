package io.jingling.http;

import io.jingling.custody.Denial;

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
        return new Refused(Problem.about(
                403, "forbidden", "Forbidden", "id", "another subscriber's", "the one that this key opens"));
    }

    static Refused noSuch(String thing) {
        return new Refused(Problem.about(
                404, "not-found", "Not found", thing, "an id that nothing has", "one that was given out"));
    }

    static Refused tooLarge(long most) {
        return new Refused(Problem.tooLarge(most));
    }

    static Refused notInThisStage(IllegalArgumentException why) {
        BadInput said = BadInput.of("step", why);
        return new Refused(Problem.about(409, "stage", "Not in this stage", said.field(), said.got(), said.want()));
    }

    static Refused noStanding() {
        return new Refused(Problem.about(
                404, "not-found", "Not found", "number", "one without a standing", "a caller that is listed"));
    }

    static Refused noPreview() {
        return new Refused(Problem.about(
                409,
                "no-preview",
                "No preview",
                "preview",
                "none against the model in force",
                "GET /v1/models/{id}/preview until it is done, or force=true"));
    }

    static Refused noRange() {
        return new Refused(Problem.about(
                404, "not-found", "Not found", "range", "one without a rule", "a range that GET /v1/ranges lists"));
    }

    static Refused noRangePreview() {
        return new Refused(Problem.about(
                409,
                "no-preview",
                "No preview",
                "preview",
                "none of this rule in the last hour",
                "POST /v1/ranges/preview until it is done, or force=true"));
    }

    static Refused nothingBefore() {
        return new Refused(Problem.about(
                409, "nothing-before", "Nothing before", "model", "the first one in force", "one that was published"));
    }

    static Refused denied(Denial why) {
        return switch (why) {
            case ROLE, SAME_PERSON, TOO_NEW, ANOTHER_ASKED, OTHER_SUBJECT, OTHER_CASE ->
                new Refused(Problem.about(403, "denied", "Denied", why.field(), why.got(), why.want()));
            case NOT_OPEN, NOT_RELEASED, OVER, TOO_MANY ->
                new Refused(Problem.about(409, "not-now", "Not now", why.field(), why.got(), why.want()));
        };
    }

    static Refused busy(String what, int most) {
        return new Refused(
                Problem.about(429, "busy", "Busy", what, most + " at work already", "to wait for one to end"));
    }
}
