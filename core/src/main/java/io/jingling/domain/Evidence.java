package io.jingling.domain;

import java.util.Locale;

/**
 * What was counted against a number, so that a refusal can say it in a sentence.
 *
 * @param kind what was counted
 * @param value how many, 0 to 65,535; larger counts are held at the limit
 */
public record Evidence(Kind kind, int value) {
    public static final int VALUE_MAX = 0xFFFF;
    /** Reports alone refuse no call where fewer people made them, each by himself: they may label it. */
    public static final int INDEPENDENT_MIN = 10;

    public static final Evidence LISTED = new Evidence(Kind.LISTED, 0);

    /** What can be counted, with its sentence; {@code %d} is the count. */
    public enum Kind {
        LISTED("listed", "已列入骚扰号码名单", "on the list of harassing numbers"),
        CALLS_PER_HOUR("calls_per_hour", "高频外呼:1 小时拨打 %d 个号码", "high-frequency dialling: %d numbers called in 1 hour"),
        REPORTS("reports", "被 %d 位用户举报", "reported by %d people"),
        CAMPAIGN("campaign", "同一团伙使用 %d 个号码", "one campaign using %d numbers"),
        SHORT_CALLS("short_calls", "%d%% 的通话不足 10 秒", "%d%% of its calls last under 10 seconds"),
        MODEL("model", "外呼行为模型评分 %d", "behaviour model score %d"),
        HELD_OUT(
                "held_out",
                "抽样对照:外呼行为模型评分 %d,本次不拦截",
                "held out to keep the model honest: behaviour model score %d, not stopped this time"),
        RANGE("range", "号段规则:末 %d 位不限的号码", "a rule on a range of numbers whose last %d digits are free");

        private static final Kind[] ALL = values();

        private final String word;
        private final String chinese;
        private final String english;

        Kind(String word, String chinese, String english) {
            this.word = word;
            this.chinese = chinese;
            this.english = english;
        }

        /** The word used in files: {@code calls_per_hour}. */
        public String word() {
            return word;
        }

        /** The kind with this ordinal, without copying {@link #values()}. */
        public static Kind at(int ordinal) {
            return ALL[ordinal];
        }

        /** Reads the word of a file. */
        public static Kind of(String word) {
            for (Kind kind : ALL) {
                if (kind.word.equalsIgnoreCase(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("evidence: got \"" + Masking.clip(word)
                    + "\", want one of listed, calls_per_hour, reports, campaign, short_calls, model, held_out, range");
        }
    }

    public Evidence {
        if (value < 0) {
            throw new IllegalArgumentException("evidence value: got " + value + ", want 0 or more");
        }
        value = Math.min(value, VALUE_MAX);
    }

    public String chinese() {
        return String.format(Locale.ROOT, kind.chinese, value);
    }

    public String english() {
        return String.format(Locale.ROOT, kind.english, value);
    }
}
