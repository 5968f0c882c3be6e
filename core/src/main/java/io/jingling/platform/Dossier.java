package io.jingling.platform;

import io.jingling.detection.CampaignView;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.Reason;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Csv;
import io.jingling.evidence.Occurrence;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform itself knows of a case, written for people: tables, claims, and the course of events.
 *
 * <p>A number is in full where it was released, and masked otherwise. Of a subscriber other than the complainant there is
 * nothing but that there was a call: neither the number nor what that one wished.
 *
 * @param decisions on calls of those callers, the earliest first
 * @param records of their calls, the earliest first
 * @param campaigns the campaign that it is about, or none
 * @param complainant whose calls are told one by one; hidden where there is none
 * @param released the numbers that may be in full
 * @param model the name of the model that judges
 */
record Dossier(
        List<PastDecision> decisions,
        List<CallRecord> records,
        List<CampaignView> campaigns,
        PhoneNumber complainant,
        Set<PhoneNumber> released,
        String model) {
    static final String DECISIONS = "files/判定记录.csv";
    static final String RECORDS = "files/通话记录.csv";
    static final String CAMPAIGN = "files/团伙说明.txt";
    static final String MEMBERS = "files/团伙号码.csv";
    static final String EVENTS = "files/团伙经过.csv";

    /** docs/EVALUATION.md has the tables: pairs of numbers said to be of one campaign, in made-up towns. */
    private static final String LINKS_BOUND = "在三种编造的城镇中评测：判为同一团伙的两个号码，31% 至 58% 确属同一团伙（docs/EVALUATION.md）；不宜单独作为认定依据";

    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final int OCCURRENCES_MAX = 24;

    /** How each of the files below {@code files/} came about. */
    Map<String, String> how() {
        Map<String, String> how = new LinkedHashMap<>();
        how.put(DECISIONS, "由平台的判定记录按主叫导出；其他用户的号码和意愿已略去");
        if (!records.isEmpty()) {
            how.put(RECORDS, "由交换机报送平台的话单按主叫导出；其他用户的号码已略去");
        }
        campaigns.forEach(campaign -> {
            how.put(CAMPAIGN, "由平台的团伙识别写出");
            how.put(MEMBERS, "由平台的团伙识别导出");
            how.put(EVENTS, "由平台的团伙识别导出");
        });
        return how;
    }

    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(DECISIONS, decisionTable());
        if (!records.isEmpty()) {
            contents.put(RECORDS, recordTable());
        }
        campaigns.forEach(campaign -> {
            contents.put(CAMPAIGN, explained(campaign));
            contents.put(MEMBERS, members(campaign));
            contents.put(EVENTS, events(campaign));
        });
        return contents;
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        long callers = decisions.stream().map(PastDecision::caller).distinct().count();
        long stopped = decisions.stream()
                .filter(one -> !one.decision().action().rings())
                .count();
        claims.add(observed(
                "平台对 " + callers + " 个主叫号码的 " + decisions.size() + " 次呼叫作了判定" + span() + "，其中 " + stopped + " 次未让振铃",
                "decision-log/v1",
                DECISIONS));
        if (!records.isEmpty()) {
            long answered = records.stream().filter(CallRecord::answered).count();
            claims.add(observed(
                    "交换机报送了这些号码的 " + records.size() + " 条话单，其中 " + answered + " 次接通", "call-records/v1", RECORDS));
        }
        List<PastDecision> own =
                decisions.stream().filter(one -> isOwn(one.callee())).toList();
        if (!own.isEmpty()) {
            claims.add(observed(
                    "其中 " + own.size() + " 次呼叫的被叫是报案人，首次在 "
                            + CHINA.format(own.getFirst().at()) + "，末次在 "
                            + CHINA.format(own.getLast().at()),
                    "decision-log/v1",
                    DECISIONS));
        }
        campaigns.forEach(campaign -> claims.add(new Claim(
                Claim.Kind.INFERRED,
                "这些号码属于同一团伙。" + campaign.chinese() + "按各号码自身行为，平均可疑度 "
                        + String.format(Locale.ROOT, "%.2f", campaign.suspicion()),
                "campaigns/v1，模型 " + model,
                LINKS_BOUND,
                List.of(CAMPAIGN, MEMBERS, EVENTS))));
        return claims;
    }

    private static Claim observed(String text, String method, String input) {
        return new Claim(Claim.Kind.OBSERVED, text, method, "", List.of(input));
    }

    private String span() {
        return decisions.isEmpty()
                ? ""
                : "（" + CHINA.format(decisions.getFirst().at()) + " 至 "
                        + CHINA.format(decisions.getLast().at()) + "，北京时间）";
    }

    /** The complainant's calls, and how the campaign grew; the earliest of each. */
    List<Occurrence> course() {
        List<Occurrence> course = new ArrayList<>();
        decisions.stream()
                .filter(one -> isOwn(one.callee()))
                .limit(OCCURRENCES_MAX / 2)
                .forEach(one -> course.add(
                        new Occurrence(one.at(), "报案人来电：" + shown(one.caller()) + "，处置 " + chinese(one.decision()))));
        campaigns.forEach(campaign -> campaign.timeline().stream()
                .limit(OCCURRENCES_MAX / 2)
                .forEach(event -> course.add(new Occurrence(event.at(), "团伙：" + told(event)))));
        return course;
    }

    private byte[] decisionTable() {
        Csv csv = new Csv(List.of("序号", "时间（北京时间）", "判定编号", "主叫", "被叫", "处置", "类别", "评分", "理由"));
        int number = 0;
        for (PastDecision one : decisions) {
            number++;
            Decision decision = one.decision();
            boolean own = isOwn(one.callee());
            csv.row(List.of(
                    Integer.toString(number),
                    CHINA.format(one.at()),
                    Long.toString(one.id()),
                    shown(one.caller()),
                    callee(one.callee()),
                    chinese(decision),
                    decision.category().map(Category::chinese).orElse(""),
                    Integer.toString(decision.score()),
                    own ? decision.reasons().stream().map(Reason::chinese).collect(Collectors.joining("；")) : ""));
        }
        return csv.bytes();
    }

    private byte[] recordTable() {
        Csv csv =
                new Csv(List.of("序号", "开始时间（北京时间）", "主叫", "被叫", "接通", "振铃（毫秒）", "通话（毫秒）", "挂断方", "原因码", "线路", "录音摘要"));
        int number = 0;
        for (CallRecord one : records) {
            number++;
            csv.row(List.of(
                    Integer.toString(number),
                    CHINA.format(one.start()),
                    shown(one.caller()),
                    callee(one.callee()),
                    one.answered() ? "是" : "否",
                    Long.toString(one.ring().toMillis()),
                    Long.toString(one.duration().toMillis()),
                    one.releasedBy().name().toLowerCase(Locale.ROOT),
                    one.cause(),
                    one.origin().trunk(),
                    one.origin().mediaHash()));
        }
        return csv.bytes();
    }

    private static byte[] explained(CampaignView campaign) {
        String ties = campaign.ties().stream()
                .map(tie -> "　" + tie.family().chinese() + "：支持 " + tie.calls() + " 次呼叫\r\n")
                .collect(Collectors.joining());
        String text = "团伙编号：" + campaign.id() + "\r\n" + campaign.chinese() + "\r\n关联特征（推断）：\r\n" + ties;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] members(CampaignView campaign) {
        Csv csv = new Csv(List.of("号码", "加入（北京时间）", "退出", "最近一次呼叫", "呼叫次数"));
        campaign.members()
                .forEach(one -> csv.row(List.of(
                        shown(one.number()),
                        CHINA.format(one.joined()),
                        one.hasLeft() ? CHINA.format(one.left()) : "",
                        CHINA.format(one.lastCall()),
                        Long.toString(one.calls()))));
        return csv.bytes();
    }

    private byte[] events(CampaignView campaign) {
        Csv csv = new Csv(List.of("时间（北京时间）", "经过"));
        campaign.timeline().forEach(one -> csv.row(List.of(CHINA.format(one.at()), told(one))));
        return csv.bytes();
    }

    private String told(CampaignView.Event event) {
        String number = shown(event.number());
        return switch (event.kind()) {
            case FOUNDED -> "由 " + number + " 的呼叫开始";
            case JOINED -> number + " 加入";
            case LEFT -> number + " 退出";
            case MERGED -> "并入团伙 " + event.other();
            case NONE -> "";
        };
    }

    private static String chinese(Decision decision) {
        return switch (decision.action()) {
            case PASS -> "放行";
            case LABEL -> "提醒";
            case SILENT -> "静音";
            case CHALLENGE -> "验证";
            case REJECT -> "拒接";
        };
    }

    private boolean isOwn(PhoneNumber callee) {
        return complainant.isKnown() && callee.equals(complainant);
    }

    private String callee(PhoneNumber number) {
        return isOwn(number) ? "报案人" : "其他用户";
    }

    private String shown(PhoneNumber number) {
        return released.contains(number) ? number.revealTo(Purpose.RELEASE) : number.toString();
    }
}
