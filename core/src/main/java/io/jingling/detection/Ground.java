package io.jingling.detection;

/** What speaks for or against a caller, in words that its owner and the person called can check. */
public enum Ground {
    CALLEE("与被叫的往来", "whether the two numbers know each other"),
    NUMBER("号码类型与号段", "the number's kind and block"),
    RATE("呼叫频次", "how many calls it makes"),
    STRANGERS("拨打陌生号码、无人回拨", "calls to strangers, nobody calls back"),
    RHYTHM("拨号节奏与过程", "the rhythm and the course of its calls"),
    ANSWERS("接听与挂断情况", "how its calls are answered and ended"),
    LINE("来电线路", "the line it calls over"),
    CAMPAIGN("与已知团伙相似", "its likeness to a campaign");

    private final String chinese;
    private final String english;

    Ground(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
