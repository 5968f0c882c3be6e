package io.jingling.complaints;

/** What was done about a number or its line: the rows of the quarterly report's block (j). */
public enum Measure {
    NONE("未采取措施"),
    WARNED("警示约谈"),
    MARKED("标记提醒"),
    NUMBER_STOPPED("关停号码"),
    LINE_STOPPED("关停线路"),
    COMPANY_STOPPED("停止企业外呼"),
    LEAD_SENT("移送公安线索"),
    ADDED_TO_DO_NOT_CALL("加入禁呼名单");

    private final String chinese;

    Measure(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return Words.of(this);
    }

    public static Measure of(String word) {
        return Words.read(values(), word, "measure");
    }
}
