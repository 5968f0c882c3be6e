package io.jingling.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is heard in a text by phrases that are written down here: they are few, and must be explained word by word.
 *
 * @param askedToStop where it says that the caller was told not to call again; empty where it does not say so
 * @param voice who spoke
 * @param voiceWords where it says so
 * @param personalData what the caller knew of the person, and where it says so
 * @param brands firms and authorities that are named
 * @param apps Apps that are named
 */
public record Mentions(
        List<Word> askedToStop,
        Voice voice,
        List<Word> voiceWords,
        Map<PersonalDatum, List<Word>> personalData,
        List<Word> brands,
        List<Word> apps) {
    private static final List<String> NO_MORE = List.of("别", "不要", "不准", "不许", "勿", "停止", "禁止");
    private static final List<String> CALLING = List.of("打", "骚扰", "联系", "来电", "致电", "推销", "拨");
    private static final List<Phrase> STOP = List.of(
            Phrase.of(
                    6,
                    List.of(
                            "说过", "说了", "告诉他", "告诉对方", "告诉过", "告知", "要求", "警告", "让他", "让她", "让对方", "叫他", "叫她", "叫对方",
                            "请他", "请她", "请对方", "我说", "跟他说", "跟对方说", "明确"),
                    NO_MORE,
                    CALLING),
            Phrase.of(
                    12,
                    List.of("拒绝", "不需要", "不考虑", "没兴趣", "不感兴趣", "不要", "不买", "不办"),
                    List.of("还", "又", "仍", "继续", "依然", "照样", "不停", "隔几天"),
                    CALLING),
            Phrase.of(List.of(
                    "别再打", "不要再打", "勿再打", "请勿再", "别打了", "别给我打", "不要再给我打", "别再给我打", "不要再联系", "停止骚扰", "不要再来电", "别再骚扰",
                    "不要再骚扰")));
    private static final List<Phrase> NO_ROBOT =
            List.of(Phrase.of(2, List.of("不是", "不像", "并非"), List.of("机器", "录音", "ai")));
    private static final List<Phrase> ROBOT = List.of(Phrase.of(List.of(
            "机器人", "是录音", "放录音", "段录音", "的录音", "录音电话", "录音说", "录音问", "录音播", "自动语音", "语音播报", "播报", "机器声", "电子音", "合成音",
            "智能语音", "语音机器", "ai语音", "ai客服", "ai电话", "人工智能", "很机械", "机械的", "请按", "按1", "按一", "按9", "按九", "转人工", "转接人工",
            "没有感情")));
    private static final List<Phrase> HUMAN = List.of(Phrase.of(List.of(
            "真人", "业务员", "销售员", "推销员", "经纪人", "自称", "小姑娘", "小伙", "男的", "女的", "男子", "女子", "态度", "骂", "口音", "不耐烦",
            "聊了")));
    private static final List<String> KNOWS =
            List.of("知道", "报出", "报了", "说出", "说得出", "说对", "叫出", "喊出", "念出", "掌握", "泄露", "有我的", "拿到");
    private static final int KNOWN_NEAR = 10;

    public Mentions {
        askedToStop = List.copyOf(askedToStop);
        voiceWords = List.copyOf(voiceWords);
        Map<PersonalDatum, List<Word>> ordered = new EnumMap<>(PersonalDatum.class);
        personalData.forEach((datum, words) -> ordered.put(datum, List.copyOf(words)));
        personalData = Collections.unmodifiableMap(ordered);
        brands = List.copyOf(brands);
        apps = List.copyOf(apps);
    }

    public static Mentions of(String text) {
        Letters letters = new Letters();
        letters.read(text);
        List<Word> human = said(HUMAN, letters);
        human.addAll(said(NO_ROBOT, letters));
        List<Word> robot = said(NO_ROBOT, letters).isEmpty() ? said(ROBOT, letters) : List.of();
        Voice voice = !robot.isEmpty() ? Voice.ROBOT : !human.isEmpty() ? Voice.HUMAN : Voice.UNSAID;
        return new Mentions(
                said(STOP, letters),
                voice,
                voice == Voice.ROBOT ? robot : human,
                personalData(letters),
                Names.brands(letters),
                Names.apps(letters));
    }

    private static List<Word> said(List<Phrase> phrases, Letters letters) {
        List<Word> said = new ArrayList<>();
        phrases.forEach(phrase -> said.addAll(phrase.in(letters)));
        return said;
    }

    private static Map<PersonalDatum, List<Word>> personalData(Letters letters) {
        Map<PersonalDatum, List<Word>> data = new EnumMap<>(PersonalDatum.class);
        if (said(List.of(Phrase.of(KNOWS)), letters).isEmpty()) {
            return data;
        }
        for (PersonalDatum datum : PersonalDatum.values()) {
            List<Word> said = said(
                    List.of(Phrase.of(KNOWN_NEAR, KNOWS, datum.words()), Phrase.of(KNOWN_NEAR, datum.words(), KNOWS)),
                    letters);
            if (!said.isEmpty()) {
                data.put(datum, said);
            }
        }
        return data;
    }
}
