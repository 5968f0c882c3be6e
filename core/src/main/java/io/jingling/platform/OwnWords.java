package io.jingling.platform;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Exhibit;
import io.jingling.complaints.PersonalData;
import io.jingling.complaints.Report;
import io.jingling.complaints.Said;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.evidence.BundlePath;
import io.jingling.evidence.Occurrence;
import io.jingling.evidence.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What one person reported in a case, in words that a police officer reads. The number that called is in full: it was the reporter's own call. */
record OwnWords(CaseNumber number, List<Report> reports, List<Exhibit> exhibits) {
    static final String PATH = BundlePath.FILES + "我的举报.txt";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int NAME_SHOWN = 50;

    byte[] bytes() {
        StringBuilder text = new StringBuilder("静铃 我的举报\n\n受理号:").append(number).append('\n');
        reports.forEach(report -> write(text, report));
        text.append("\n提交的文件(SHA-256、字节数、收到时间)\n");
        exhibits.forEach(file -> text.append(file.sha256())
                .append("  ")
                .append(file.bytes())
                .append("  ")
                .append(when(file.at()))
                .append("  ")
                .append(file.name())
                .append('\n'));
        text.append("\n只含举报人自己的内容。时间为北京时间。log/ 和 files/存证/ 用来证明以上内容当时已经存证。\n");
        return text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder text, Report report) {
        Said said = report.said();
        line(text.append('\n'), "来电号码", caller(report) + extension(report));
        line(
                text,
                "来电时间",
                when(report.when().at()) + "(" + report.when().precision().chinese() + ")");
        line(text, "举报时间", when(report.intake().at()));
        line(text, "类型", category(said));
        line(text, "方式", said.mode().chinese());
        line(text, "说过别再打来", said.askedToStop().asked() ? "是" : "未说明");
        line(text, "自称", said.heard().brand());
        line(text, "提到的App", said.heard().app());
        line(text, "对方知道", known(said));
        line(text, "描述", said.description());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(':').append(value.isEmpty() ? "(未填)" : value).append('\n');
    }

    private static String known(Said said) {
        return said.heard().personalData().stream()
                .sorted()
                .map(PersonalData::chinese)
                .collect(Collectors.joining("、"));
    }

    private static String category(Said said) {
        return said.category().map(Category::chinese).orElse("不清楚");
    }

    private static String caller(Report report) {
        PhoneNumber about = report.about().number();
        return about.isKnown() ? about.revealTo(Purpose.OWNER_VIEW) : "未显示";
    }

    private static String extension(Report report) {
        String extension = report.about().extension();
        return extension.isEmpty() ? "" : " 转 " + extension;
    }

    static String sentence(Report report) {
        return "举报人于 " + when(report.intake().at()) + "(北京时间)举报 " + caller(report) + " 的来电,类型:"
                + category(report.said()) + ",方式:" + report.said().mode().chinese();
    }

    /** The earliest first. */
    List<Occurrence> course() {
        List<Occurrence> course = new ArrayList<>();
        reports.forEach(report -> {
            course.add(new Occurrence(report.when().at(), caller(report) + " 来电"));
            course.add(new Occurrence(report.intake().at(), "举报人举报,受理号 " + number));
        });
        exhibits.forEach(file -> course.add(new Occurrence(file.at(), "举报人提交文件")));
        course.sort(Comparator.comparing(Occurrence::at));
        return course;
    }

    /** Under a name that every system keeps: numbered, so that no two are the same. */
    static SourceFile source(Exhibit file, int place, String who) {
        String name = file.name().replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cs}]", "_");
        int letters = name.codePointCount(0, name.length());
        String end = name.substring(name.offsetByCodePoints(0, Math.max(0, letters - NAME_SHOWN)));
        String path = BundlePath.FILES + "材料/" + place + "-" + end.replaceAll("[. ]+$", "");
        return new SourceFile(path, sort(file.type()), file.at().truncatedTo(ChronoUnit.SECONDS), who, "举报人在平台上提交");
    }

    /** What opens an entry of the log. */
    static SourceFile kept(String path, Instant at, String who) {
        return new SourceFile(
                path, "log", at, who, "平台存证时的原文和盐值:SHA-256(\"jingling/part/v1\" 0x00 盐 原文) 列在 log/ 的同名条目里");
    }

    private static String sort(Exhibit.Type type) {
        return switch (type) {
            case JPEG, PNG, WEBP, HEIC -> "screenshot";
            case MP3, M4A, AMR, WAV -> "recording";
            case MP4 -> "video";
            case PDF, TEXT -> "document";
        };
    }

    private static String when(Instant at) {
        return WHEN.format(at.atZone(CHINA));
    }
}
