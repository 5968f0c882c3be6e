package io.jingling.verifier;

import io.jingling.evidence.Authority;
import io.jingling.evidence.BundleReport;
import io.jingling.evidence.BundleReport.Judgement;
import io.jingling.evidence.BundleReport.TimeSaid;
import io.jingling.evidence.BundleReport.Whole;
import io.jingling.evidence.CaseFile;
import io.jingling.evidence.Claim;
import io.jingling.evidence.Custody;
import io.jingling.evidence.NoteKey;
import io.jingling.evidence.Refusal;
import io.jingling.evidence.Timestamp;
import io.jingling.evidence.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A report as an officer reads it. */
final class TextReport {
    private static final String NEVER = "以上都不说明内容属实：内容是否属实，由办案人员查证。\n";

    private TextReport() {}

    static String of(String file, BundleReport report) {
        String head = "证据包：" + file + "\n";
        return switch (report) {
            case BundleReport.Altered(List<Refusal> refusals) ->
                head + "完整性：不成立\n" + lines(refusals) + "时间：未判断\n来源：未判断\n" + NEVER;
            case Whole whole ->
                head + "完整性：成立 — 每个文件与封存时逐字节一致\n" + time(whole) + origin(whole) + NEVER + contents(whole);
        };
    }

    /** A line on the renewal beside the bundle; nothing where there is none. */
    static String of(List<Timestamp> renewal) {
        return renewal.stream().map(TextReport::line).collect(Collectors.joining());
    }

    private static String line(Timestamp renewal) {
        return switch (renewal) {
            case Timestamp.Believed(Instant at, String signer, Authority authority) ->
                "续期：" + (authority.independent() ? "成立" : "仅为制作单位自述") + " — 至迟 " + at + " 已存在，据 " + authority.name()
                        + " (" + signer + ")\n";
            case Timestamp.Unknown(Instant at, String signer) -> "续期：未判断 — 至迟 " + at + " 已存在，据 " + signer + "，不知是否可信\n";
            case Timestamp.Refused(String reason) -> "续期：不成立\n  ✗ .ers: " + reason + "\n";
        };
    }

    private static String time(Whole whole) {
        StringBuilder text = new StringBuilder("时间：" + word(whole.time().verdict()) + "\n");
        for (TimeSaid said : whole.times()) {
            text.append("  至迟 ")
                    .append(said.at())
                    .append(" 已存在，据 ")
                    .append(said.by())
                    .append('（');
            text.append(weight(said.verdict())).append("）\n");
        }
        if (whole.times().isEmpty()) {
            text.append("  没有时间戳，也没有可信见证人的签名\n");
        }
        return text + lines(whole.time().refusals());
    }

    private static String origin(Whole whole) {
        Judgement origin = whole.origin();
        String keys = whole.contents().issuerKeys().stream()
                .map(NoteKey::text)
                .map(key -> "  封印密钥：" + key + "\n")
                .collect(Collectors.joining());
        String hint = origin.verdict() == Verdict.UNKNOWN ? "  没有给信任文件（--trust），封印是谁的只有包内自述\n" : "";
        return "来源：" + word(origin.verdict()) + "\n" + hint + keys + lines(origin.refusals());
    }

    private static String contents(Whole whole) {
        CaseFile caseFile = whole.contents().caseFile();
        StringBuilder text = new StringBuilder("\n案件：" + caseFile.head().caseId() + "\n用途："
                + caseFile.head().purpose() + "\n制作："
                + caseFile.head().issuer() + "，" + caseFile.head().made() + "，导出人 "
                + caseFile.head().exporter() + "\n");
        for (Claim claim : caseFile.claims()) {
            String kind = claim.kind() == Claim.Kind.OBSERVED ? "直接记录" : "推断";
            text.append("陈述［").append(kind).append("］").append(claim.text()).append('\n');
            text.append("  方法：").append(claim.method()).append('\n');
            if (!claim.bound().isEmpty()) {
                text.append("  误差上限：").append(claim.bound()).append('\n');
            }
            text.append("  依据：").append(String.join("，", claim.inputs())).append('\n');
        }
        for (Custody.Step step : whole.contents().custody().steps()) {
            text.append("保管：").append(step.at()).append(' ').append(step.who()).append(' ');
            text.append(step.note()).append('\n');
        }
        return text.toString();
    }

    private static String lines(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> "  ✗ " + refusal + "\n").collect(Collectors.joining());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "成立";
            case OWN_WORD -> "仅为制作单位自述";
            case UNKNOWN -> "未判断";
            case FAILS -> "不成立";
        };
    }

    private static String weight(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "独立";
            case OWN_WORD -> "非独立";
            case UNKNOWN -> "不知是否可信";
            case FAILS -> "无效";
        };
    }
}
