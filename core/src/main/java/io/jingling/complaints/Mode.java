package io.jingling.complaints;

/** How one was bothered: 12321's field 骚扰方式, with robots that talk told apart from recordings. */
public enum Mode {
    HUMAN("人工骚扰"),
    ROBOT_AI("机器人通话"),
    RECORDED("录音电话"),
    ONE_RING("响一声"),
    BOMBING("电话轰炸"),
    SILENT("接通无声"),
    UNKNOWN("不清楚");

    private final String chinese;

    Mode(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The word used in files: {@code robot_ai}. */
    public String word() {
        return Words.of(this);
    }

    public static Mode of(String word) {
        return Words.read(values(), word, "mode");
    }
}
