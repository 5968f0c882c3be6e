package io.jingling.complaints;

/** What a caller knew of the person called, by the classes that the law counts apart (两高 2017 解释 §5). */
public enum PersonalData {
    NAME("姓名"),
    PHONE("手机号"),
    ID_NUMBER("身份证号"),
    ADDRESS("住址"),
    VEHICLE("车辆"),
    PROPERTY("房产"),
    LOAN("贷款额度或征信"),
    ORDER("订单或交易"),
    HEALTH("健康"),
    SCHOOLING("学历或子女就学"),
    WHEREABOUTS("行踪"),
    OTHER("其他");

    private final String chinese;

    PersonalData(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return Words.of(this);
    }

    public static PersonalData of(String word) {
        return Words.read(values(), word, "personal data");
    }
}
