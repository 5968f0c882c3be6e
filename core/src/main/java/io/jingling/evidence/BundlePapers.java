package io.jingling.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a police officer reads of a bundle before any program does: the list of files, and a page on how to verify. */
record BundlePapers(CaseFile caseFile, List<FileDigest> digests) {
    private static final Map<String, String> SORTS = Map.of(
            "call_log", "通话记录",
            "campaign", "团伙",
            "recording", "录音",
            "screenshot", "截图",
            "sms", "短信",
            "transfer", "转账记录");

    /** 清单.csv: one line a file, in the shape of 法发〔2016〕22号 art. 14: category, format, check values. */
    byte[] list() {
        Csv csv = new Csv(List.of("序号", "文件", "类别", "格式", "字节数", "SHA-256", "SM3", "提供人", "形成方式", "接收时间（UTC）", "导出人"));
        int number = 0;
        for (SourceFile file : caseFile.files()) {
            number++;
            FileDigest digest = Manifest.find(digests, file.path()).orElseThrow();
            csv.row(List.of(
                    Integer.toString(number),
                    file.path(),
                    sort(file.sort()),
                    file.path().substring(file.path().lastIndexOf('.') + 1),
                    Long.toString(digest.size()),
                    digest.sha256().toString(),
                    digest.sm3().toString(),
                    file.from(),
                    file.how(),
                    file.received().toString(),
                    caseFile.head().exporter()));
        }
        return csv.bytes();
    }

    /** README-民警.txt. */
    byte[] readme() {
        boolean timeline = Manifest.find(digests, BundlePath.TIMELINE).isPresent();
        String text = """
                静铃证据包

                案件编号：%s
                用途：%s
                制作单位：%s
                导出人：%s
                制作时间（UTC，制作单位自述）：%s
                文件数：%d　陈述数：%d

                一、怎么核验（不联网）
                1. 用浏览器打开 verify.html，把整个 .tlzj 文件拖进去。证据包里的这个网页只便于查看：
                   要用于办案，请向制作单位以外的可信来源取得核验程序和信任文件。
                2. 有 Java 21 以上的电脑：java -jar tlzj-verify.jar 证据包.tlzj --trust 信任文件
                3. 时间戳可用 openssl 单独核验：openssl ts -verify -data manifest.txt -in time/….tsr -CAfile …

                二、结论有三项，分别给出
                完整性：每个文件与封存时逐字节一致。
                时间：至迟在某时已经存在；只有本机时间戳的，仅为制作单位自述。
                来源：由谁封存、由谁存证。
                三项都不表示内容属实。

                三、包里有什么
                bundle.txt　陈述（observed 为直接记录，inferred 为推断）、文件来源和形成方式
                files/　　　原始文件，接收时即计算校验值
                清单.csv　　文件清单：类别、格式、完整性校验值（SHA-256、SM3）
                %s
                custody.txt　保管经过
                manifest.txt、seal.txt、log/、time/　校验值、封印、存证证明、时间戳

                四、个人信息
                本包含个人信息，仅供上述用途；不得公开、转发。
                """;
        CaseFile.Head head = caseFile.head();
        return String.format(
                        Locale.ROOT,
                        text,
                        head.caseId(),
                        head.purpose(),
                        head.issuer(),
                        head.exporter(),
                        head.made(),
                        caseFile.files().size(),
                        caseFile.claims().size(),
                        timeline ? "时间线.pdf　一页的经过" : "（没有 时间线.pdf：制作的机器上没有中文字体）")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The word that people read for what a file is. */
    static String sort(String sort) {
        return SORTS.getOrDefault(sort, sort);
    }
}
