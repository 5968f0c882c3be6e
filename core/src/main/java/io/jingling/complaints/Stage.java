package io.jingling.complaints;

/** How far a case has come; the citizen's timeline. A case is closed once everybody was told. */
public enum Stage {
    ACCEPTED("已受理"),
    HANDED_OVER("已转办"),
    VERIFIED("已核实"),
    ACTED("已处置"),
    TOLD("已告知"),
    /** All its reports were withdrawn. */
    WITHDRAWN("已撤回");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return Words.of(this);
    }

    public static Stage of(String word) {
        return Words.read(values(), word, "stage");
    }

    public boolean isClosed() {
        return this == TOLD || this == WITHDRAWN;
    }
}
