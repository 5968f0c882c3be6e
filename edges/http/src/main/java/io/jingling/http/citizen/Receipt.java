package io.jingling.http.citizen;

import io.jingling.http.citizen.Views.CaseView;

/** What one takes home of a report. */
final class Receipt {
    private Receipt() {}

    static String of(CaseView about) {
        StringBuilder text = new StringBuilder("静铃 举报回执\n\n受理号 ")
                .append(about.line().number())
                .append("\n举报时间 ")
                .append(about.line().opened())
                .append("\n举报号码 ")
                .append(about.line().about())
                .append("\n类型 ")
                .append(about.line().topic())
                .append("\n负责单位 ")
                .append(about.responsible())
                .append("\n\n时限与依据\n");
        about.due().forEach(due -> text.append(due.what())
                .append(" 不迟于 ")
                .append(due.when())
                .append("(")
                .append(due.why())
                .append(")\n"));
        text.append("\n我提交的文件(SHA-256)\n");
        about.files().forEach(file -> text.append(file.sha256())
                .append("  ")
                .append(file.name())
                .append('\n'));
        return text.append("\n本回执只含您自己的内容,不含他人信息。\n").toString();
    }
}
