package io.jingling.text;

/**
 * The ways of telecommunication fraud, as the evaluation "CCL 2023: classification of fraud cases" names its twelve
 * classes. A question {@code fraud} answers with the Chinese name, or {@link Question#NONE}.
 */
public enum FraudType {
    BRUSHING("刷单返利", "fake orders with rebates"),
    CUSTOMER_SERVICE("冒充电商物流客服", "posing as a shop's or courier's service"),
    INVESTMENT("虚假网络投资理财", "fake investments"),
    LOAN("贷款、代办信用卡", "loans and credit cards for a fee"),
    CREDIT_RECORD("虚假征信", "mending a credit record"),
    SHOPPING("虚假购物、服务", "fake goods and services"),
    OFFICIALS("冒充公检法及政府机关", "posing as police or authorities"),
    ACQUAINTANCE("冒充领导、熟人", "posing as a superior or acquaintance"),
    GAME_GOODS("网络游戏产品虚假交易", "fake trade in game goods"),
    ROMANCE("网络婚恋、交友", "romance"),
    ARMY_PURCHASE("冒充军警购物", "posing as army or police that buys"),
    HACKING("网黑案件", "hacking");

    private final String chinese;
    private final String english;

    FraudType(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
