package io.jingling.domain;

import java.util.Optional;

/**
 * What a harassing call is about: the 21 classes of 12321's form, in its order, and suspected fraud.
 *
 * <p>Class 03 is here because the official form has it. No default wish, model or classifier ever
 * decides on it: {@link #isDecidable} is false.
 */
public enum Category {
    OBSCENITY("01", "淫秽色情", "obscenity"),
    FORGED_DOCUMENTS("02", "虚假票证", "forged documents"),
    FORM_CLASS_03("03", "反动谣言", "class 03 of the official form"),
    REAL_ESTATE("04", "房产中介", "real estate"),
    INSURANCE("05", "保险推销", "insurance sales"),
    EDUCATION("06", "教育培训", "education and training"),
    LOANS("07", "贷款理财", "loans and wealth management"),
    RECRUITING("08", "猎头招聘", "recruiting"),
    DEBT_COLLECTION("09", "欠款催收", "debt collection"),
    HEALTH("10", "医疗保健", "medical and health care"),
    STOCKS("11", "股票证券", "stocks and securities"),
    TRAVEL("12", "旅游推广", "travel"),
    FOOD_AND_DRUGS("13", "食药推销", "food and drug sales"),
    POS_TERMINALS("14", "POS机推销", "payment terminals"),
    RENOVATION("15", "装修建材", "renovation"),
    ONLINE_GAMES("16", "网络游戏", "online games"),
    APP_PROMOTION("17", "App推广", "app promotion"),
    RIDES_AND_FREIGHT("18", "出行拉货", "rides and freight"),
    RETAIL("19", "零售业推销", "retail sales"),
    TELECOM_SALES("20", "电信业务推广", "telecom sales"),
    OTHER_MARKETING("21", "其他营销", "other marketing"),
    FRAUD("F1", "涉嫌诈骗", "suspected fraud");

    private static final Category[] ALL = values();

    private final String code;
    private final String chinese;
    private final String english;

    Category(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** False for class 03: only a subscriber's own explicit wish may act on it. */
    public boolean isDecidable() {
        return this != FORM_CLASS_03;
    }

    /** The category with this ordinal, without copying {@link #values()}. */
    public static Category at(int ordinal) {
        return ALL[ordinal];
    }

    /** Reads a code ({@code 07}, {@code F1}; {@code 7} is taken as {@code 07}). */
    public static Category of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "category: got \"" + Masking.clip(code) + "\", want 01 to 21 or F1"));
    }

    static Optional<Category> find(String code) {
        String wanted = code.length() == 1 ? "0" + code : code;
        for (Category category : ALL) {
            if (category.code.equalsIgnoreCase(wanted)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
