package io.jingling.http;

/** An import that could not go on; says how many rows were taken before, which stay. */
final class ImportBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    ImportBroken(Problem problem, long accepted, long rejected) {
        super(problem.detail());
        this.answer =
                new Answer(problem.type(), problem.title(), problem.status(), problem.detail(), accepted, rejected);
    }

    /** A problem document with two members of its own. */
    record Answer(String type, String title, int status, String detail, long accepted, long rejected) {}

    Answer answer() {
        return answer;
    }
}
