package io.jingling.domain;

/**
 * What kind of number it is, told from the Chinese numbering plan alone.
 *
 * <p>A prior: it may add to a suspicion or answer a preset wish, and is never by itself a reason to
 * reject. Source: 电信网编号计划 (工信部), 2020 notice on 95 codes, 700 number-protection block.
 */
public enum NumberKind {
    MOBILE("手机号", "mobile"),
    VIRTUAL_OPERATOR("虚拟运营商号段", "virtual operator"),
    FIXED_LINE("固定电话", "fixed line"),
    /** 953, 955, 956 and 95 codes of large services such as banks and couriers. */
    SERVICE_95("95 客服号", "95 service"),
    /** 950, 951, 952, 954, 957: blocks of call-centre licensees. */
    CALL_CENTRE_95("95 呼叫中心号", "95 call centre"),
    SERVICE_96("96 服务号", "96 service"),
    SHARED_400("400 号码", "400 number"),
    FREE_800("800 号码", "800 number"),
    ENTERPRISE_1010("1010 号码", "1010 number"),
    SERVICE_125("125 号码", "125 number"),
    /** 10086-like: the carriers' own service numbers. */
    CARRIER("运营商客服", "carrier service"),
    /** 12345-like: public service lines. */
    PUBLIC_SERVICE("公共服务号", "public service"),
    /** 700 and 15 digits: stands for a courier's or rider's own number. */
    PRIVACY_700("700 隐私号", "700 privacy number"),
    SMS_PORT_106("106 短信端口", "106 message port"),
    /** 110, 119, 120, 122, 12110, 96110, 12381, also behind an area code. */
    EMERGENCY("紧急及公共安全号码", "emergency or public safety"),
    OVERSEAS("境外号码", "overseas"),
    HIDDEN("未显示号码", "hidden"),
    /** The network gave something that is no number. */
    INVALID("无效号码", "invalid number"),
    /** Digits that the plan does not know, such as an extension. */
    OTHER("其他号码", "other");

    private static final NumberKind[] ALL = values();

    private final String chinese;
    private final String english;

    NumberKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** True for blocks from which harassment comes more often than from others. */
    public boolean isRisky() {
        return this == VIRTUAL_OPERATOR || this == CALL_CENTRE_95 || this == SHARED_400;
    }

    /** The kind with this ordinal, without copying {@link #values()}. */
    public static NumberKind at(int ordinal) {
        return ALL[ordinal];
    }
}
