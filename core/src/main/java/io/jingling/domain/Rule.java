package io.jingling.domain;

/**
 * Who decides, in order of precedence: the first that has something to say is followed.
 *
 * <p>All fail open: a rule that cannot look says nothing. The passes (call-back, courier, second
 * call) speak only where a later rule would keep the call from ringing; quiet hours only where it would
 * ring by a rule after the passes, protected use excepted.
 */
public enum Rule {
    EMERGENCY("emergency", 1, "紧急及公共安全号码", "emergency and public safety numbers"),
    SERVICE_OFF("service-off", 1, "用户未开启拒接服务", "the subscriber has switched the service off"),
    OWN_WHITE_LIST("own-white-list", 1, "您的白名单", "your white list"),
    OWN_BLACK_LIST("own-black-list", 1, "您的黑名单", "your black list"),
    CALL_BACK_PASS(
            "call-back-pass", 1, "您刚拨打过紧急或公共服务电话,回拨放行", "you dialled an emergency or public line; call-backs ring"),
    COURIER_PASS("courier-pass", 1, "您正在等快递,来电放行", "you are waiting for a courier; calls ring"),
    SECOND_CALL_PASS("second-call-pass", 1, "3 分钟内再次来电,放行一次", "a second call within 3 minutes rings once"),
    PROTECTED_USE("protected-use", 1, "已核验的受保护用途号码", "a verified number of protected use"),
    SYSTEM_BLACK_LIST("system-black-list", 1, "系统黑名单", "the system black list"),
    OWN_CATEGORY("own-category", 1, "您对该类来电的意愿", "your wish for calls of this kind"),
    OWN_PREFIX("own-prefix", 1, "您设置的号段", "a prefix you set"),
    PRESET("preset", 1, "您对该号码类型的意愿", "your wish for this kind of number"),
    DEFAULT_WISH("default-wish", 1, "默认意愿(您未另行设置)", "the default wishes, as you set none of your own"),
    MODEL("model", 1, "信誉评分达到提醒线", "its standing reached the labelling line"),
    QUIET_HOURS("quiet-hours", 1, "您设置的免打扰时段", "your quiet hours"),
    DEFAULT_PASS("default-pass", 1, "没有规则要求拦截", "no rule asks to stop it"),
    FAIL_OPEN("fail-open", 1, "系统未能及时判定,放行", "it could not be decided in time, so it rings");

    private static final Rule[] ALL = values();

    private final String id;
    private final int version;
    private final String chinese;
    private final String english;

    Rule(String id, int version, String chinese, String english) {
        this.id = id;
        this.version = version;
        this.chinese = chinese;
        this.english = english;
    }

    public String id() {
        return id;
    }

    /** Raised whenever what the rule does is changed. */
    public int version() {
        return version;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** False for what must always act: emergency numbers, and the two ends of the list. */
    public boolean maySleep() {
        return this != EMERGENCY && this != DEFAULT_PASS && this != FAIL_OPEN;
    }

    /** The rule with this ordinal, without copying {@link #values()}. */
    public static Rule at(int ordinal) {
        return ALL[ordinal];
    }

    /** Reads the id of a configuration file. */
    public static Rule of(String id) {
        for (Rule rule : ALL) {
            if (rule.id.equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("rule: got \"" + Masking.clip(id) + "\", want a rule's id such as preset");
    }
}
