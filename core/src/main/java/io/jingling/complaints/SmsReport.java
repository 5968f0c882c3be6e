package io.jingling.complaints;

import io.jingling.domain.Category;
import io.jingling.domain.Masking;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report by message: {@code 号码*内容}, as carriers take it at 10086999. The words behind the star may name a class or a
 * mode; all of them are the description.
 *
 * @param about which number
 * @param said what about it
 */
public record SmsReport(ReportedNumber about, Said said) {
    private static final int LENGTH_MAX = 1_000;
    private static final Pattern PARTS = Pattern.compile("(?s)\\s*([^*＊]+?)\\s*[*＊]\\s*(.*)");
    private static final String WANT = "号码*内容, such as 17012345678*推销贷款的机器人";

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException {@code text: got …, want …} or {@code number: got …, want …}
     */
    public static SmsReport read(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "text: got " + text.length() + " characters, want at most " + LENGTH_MAX);
        }
        Words.within("text", text, LENGTH_MAX);
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("text: got \"" + Masking.clip(text) + "\", want " + WANT);
        }
        String words = parts.group(2).strip();
        Said said = new Said(category(words), mode(words), askedToStop(words), Heard.NOTHING, words, "");
        return new SmsReport(ReportedNumber.read(parts.group(1)), said);
    }

    /** Only where a class is named as the form names it, or by its code alone; a reader of texts may know more. */
    private static Optional<Category> category(String words) {
        String code = words.split("[\\s,,。;;]", 2)[0];
        return Arrays.stream(Category.values())
                .filter(one -> words.contains(one.chinese()) || code.equalsIgnoreCase(one.code()))
                .findFirst()
                .or(() -> words.contains("诈骗") ? Optional.of(Category.FRAUD) : Optional.empty());
    }

    private static Mode mode(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        if (contains(small, "轰炸", "呼死你")) {
            return Mode.BOMBING;
        }
        if (contains(small, "机器人", "智能语音", "ai")) {
            return Mode.ROBOT_AI;
        }
        if (contains(small, "录音", "自动语音")) {
            return Mode.RECORDED;
        }
        if (contains(small, "响一声")) {
            return Mode.ONE_RING;
        }
        if (contains(small, "不说话", "无声", "没声音")) {
            return Mode.SILENT;
        }
        return contains(small, "真人", "人工") ? Mode.HUMAN : Mode.UNKNOWN;
    }

    private static AskedToStop askedToStop(String words) {
        boolean asked = contains(words, "说过别再打", "让他别打", "让他们别打", "已拒绝", "拒绝过", "多次拒绝", "说了不需要");
        return asked ? new AskedToStop(true, Optional.empty()) : AskedToStop.NO;
    }

    private static boolean contains(String words, String... any) {
        return Arrays.stream(any).anyMatch(words::contains);
    }
}
