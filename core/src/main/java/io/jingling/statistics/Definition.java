package io.jingling.statistics;

/** What a figure counts, in words, with the version of these words: a figure says by which it was counted. */
public enum Definition {
    COMPLAINT(1, "投诉量（件）：同一人在同一天（北京时间）对同一主叫号码的举报计一件；撤回的不计；号码未显示的每次计一件；按收到日期归入统计期"),
    CARRIER(1, "拨打方式：按主叫号码所属号段的运营商归类，不识别携号转网；非手机号段列为“其他”"),
    SEGMENT(1, "号段：按主叫号码在编号计划中的种类归类"),
    CATEGORY(1, "举报人选择的骚扰类别；涉嫌违法为淫秽色情、虚假票证、反动谣言和涉嫌诈骗，其余 18 类为商业营销，未选的列为“不清楚”"),
    MODE(1, "举报人选择的骚扰方式"),
    REGION(1, "受扰地区：举报人接到电话时所在的省级地区；未填的列为“未提供”"),
    RATE(1, "百万用户投诉率：针对该运营商号码的投诉件数除以该运营商用户数（百万户）；用户数出自用户数表，不含物联网连接的才可比"),
    HANDLED(1, "处理率：统计期内立案、且已核实（或不予受理并已告知）的案件数除以统计期内立案数；按现责任单位"),
    RESULT(1, "处置结果：统计期内立案的案件最后一次处置措施；一案一项"),
    TIMELY(1, "处置及时率：在时限内处置（或告知）的案件数除以时限已到的案件数；时限 48 小时，轰炸 2 小时，涉嫌诈骗 30 分钟，自立案起算，不停表；本平台自定"),
    TOLD(1, "告知率：已向举报人告知结果的案件数除以已核实或已告知的案件数"),
    OVERTURNED(1, "申诉推翻率：统计期内作出决定的申诉中，申诉成立的件数除以决定件数"),
    MEDIAN(1, "中位用时：从立案到该步骤的时间的中位数，只计已到该步骤的案件；申诉从收到到决定"),
    NAMED(1, "源头企业：举报中写明该企业名称的不同举报人数；名称未经核实的不公布");

    private final int version;
    private final String chinese;

    Definition(int version, String chinese) {
        this.version = version;
        this.chinese = chinese;
    }

    public int version() {
        return version;
    }

    public String chinese() {
        return chinese;
    }

    /** {@code complaint/1}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT) + "/" + version;
    }
}
