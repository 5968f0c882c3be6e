package io.jingling.complaints;

/** What a case came to. */
public enum Outcome {
    /** The calls were harassment. */
    HARASSMENT("属实"),
    /** Trade that the person called had agreed to, or that the law allows. */
    LEGIT_TRADE("合规外呼"),
    /** The calls were none. */
    BENIGN("不属实"),
    /** It cannot be told. */
    UNPROVEN("无法核实"),
    /** Not what this place is for. */
    NOT_ACCEPTED("不予受理");

    private final String chinese;

    Outcome(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return Words.of(this);
    }

    public static Outcome of(String word) {
        return Words.read(values(), word, "outcome");
    }
}
