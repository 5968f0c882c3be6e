package io.jingling.complaints;

/** By which way a report came in. All make the same case. */
public enum Entrance {
    H5("微信页面"),
    HTTP("接口"),
    SMS("短信"),
    SIP_607("话机一键(SIP 607)"),
    BATCH("客服中心批量"),
    ANDROID("安卓手机");

    private final String chinese;

    Entrance(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The word used in files: {@code sip_607}. */
    public String word() {
        return Words.of(this);
    }

    public static Entrance of(String word) {
        return Words.read(values(), word, "entrance");
    }
}
