package io.jingling.text;

import java.util.List;

/** What a caller may know of a person, and the words by which people say so. */
public enum PersonalDatum {
    NAME("姓名", "名字", "姓名", "全名", "叫什么", "姓什么"),
    ADDRESS("住址", "住址", "地址", "住哪", "小区", "几号楼", "楼号", "房间号", "门牌"),
    IDENTITY_NUMBER("身份证号", "身份证"),
    CAR("车辆", "车牌", "车型", "车险到期"),
    BANK_ACCOUNT("银行账户", "银行卡号", "卡号", "银行账户", "账户余额"),
    ORDER("订单", "订单", "快递单号", "买了什么", "购物记录", "网购"),
    FAMILY("家庭", "孩子", "家人", "老公", "老婆", "父母", "预产期", "生日"),
    WORK("工作", "单位", "公司名", "职务", "在哪上班", "工号"),
    DEBT("借贷", "贷款记录", "欠款", "负债", "借款"),
    HOME("房产", "户型", "房子面积", "交房", "业主"),
    HEALTH("健康", "病历", "病史", "病情", "怀孕");

    private final String chinese;
    private final List<String> words;

    PersonalDatum(String chinese, String... words) {
        this.chinese = chinese;
        this.words = List.of(words);
    }

    public String chinese() {
        return chinese;
    }

    List<String> words() {
        return words;
    }
}
