package io.jingling.sip;

import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Rule;
import io.jingling.domain.Verdict;
import java.nio.charset.StandardCharsets;

/** Reasons as header values: all sentences are made once, so that a call only copies bytes. */
final class Phrases {
    private static final byte[] SUSPECTED_CHINESE = utf8("疑似");
    private static final byte[] UNVERIFIED_CHINESE = utf8("号码未核实");
    private static final byte[] UNVERIFIED = utf8("number not verified");
    private static final byte[] SUSPECTED = utf8("suspected ");
    private static final byte[] SCORE = utf8(", score ");
    private static final byte[] COMMA = utf8(", ");
    private static final byte[] NEXT = utf8("; ");
    private static final byte[] KIND = utf8("kind");
    private static final byte[] NOT_VERIFIED_CODE = utf8("unverified");
    /** A count that stands in no sentence, to find where the count belongs. */
    private static final int MARK = 54_321;

    private final byte[][] rules = new byte[Rule.values().length][];
    private final byte[][] codes = new byte[Category.values().length][];
    private final byte[][] categories = new byte[Category.values().length][];
    private final byte[][] chineseCategories = new byte[Category.values().length][];
    private final byte[][] kinds = new byte[NumberKind.values().length][];
    private final byte[][] chineseKinds = new byte[NumberKind.values().length][];
    private final byte[][] evidenceBefore = new byte[Evidence.Kind.values().length][];
    private final byte[][] evidenceAfter = new byte[Evidence.Kind.values().length][];

    Phrases() {
        for (Rule rule : Rule.values()) {
            rules[rule.ordinal()] = quotable("rule " + rule.id() + "/" + rule.version());
        }
        for (Category category : Category.values()) {
            codes[category.ordinal()] = quotable(category.code());
            categories[category.ordinal()] = quotable(category.english().replace("suspected ", ""));
            chineseCategories[category.ordinal()] = quotable(category.chinese().replace("涉嫌", ""));
        }
        for (NumberKind kind : NumberKind.values()) {
            kinds[kind.ordinal()] = quotable(kind.english());
            chineseKinds[kind.ordinal()] = quotable(kind.chinese());
        }
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            String sentence = new Evidence(kind, MARK).english();
            int mark = sentence.indexOf(String.valueOf(MARK));
            evidenceBefore[kind.ordinal()] = quotable(mark < 0 ? sentence : sentence.substring(0, mark));
            evidenceAfter[kind.ordinal()] = mark < 0 ? null : quotable(sentence.substring(mark + 5));
        }
    }

    /** The name a labelled call is shown under: 疑似贷款理财, 号码未核实, 400 号码. */
    void display(AnswerBytes out, Decision decision) {
        long verdict = decision.verdict();
        if (Verdict.isUnverified(verdict)) {
            out.put(UNVERIFIED_CHINESE);
        } else if (isByCategory(verdict)) {
            out.put(SUSPECTED_CHINESE).put(chineseCategories[Verdict.category(verdict)]);
        } else {
            out.put(chineseKinds[Verdict.kind(verdict).ordinal()]);
        }
    }

    /** The category's code, or what else the label is about, in a word for machines. */
    void code(AnswerBytes out, Decision decision) {
        long verdict = decision.verdict();
        if (Verdict.isUnverified(verdict)) {
            out.put(NOT_VERIFIED_CODE);
        } else {
            out.put(isByCategory(verdict) ? codes[Verdict.category(verdict)] : KIND);
        }
    }

    /** Why it is labelled, in English. */
    void label(AnswerBytes out, Decision decision) {
        long verdict = decision.verdict();
        if (Verdict.isUnverified(verdict)) {
            out.put(UNVERIFIED);
        } else if (isByCategory(verdict)) {
            out.put(SUSPECTED);
            suspicion(out, verdict);
        } else {
            out.put(kinds[Verdict.kind(verdict).ordinal()]);
        }
    }

    /** Why it is refused, in English: the rule, what the caller is suspected of, what was counted. */
    void refusal(AnswerBytes out, Decision decision) {
        long verdict = decision.verdict();
        out.put(rules[Verdict.rule(verdict).ordinal()]);
        if (Verdict.category(verdict) >= 0) {
            out.put(COMMA).put(SUSPECTED);
            suspicion(out, verdict);
        }
        int kind = Verdict.evidenceKind(verdict);
        if (kind >= 0) {
            out.put(NEXT).put(evidenceBefore[kind]);
            if (evidenceAfter[kind] != null) {
                out.put(Verdict.evidenceValue(verdict)).put(evidenceAfter[kind]);
            }
        }
    }

    private void suspicion(AnswerBytes out, long verdict) {
        out.put(categories[Verdict.category(verdict)]).put(SCORE).put(Verdict.score(verdict));
    }

    /** False where the wish was about the number's kind or the hour, whatever the caller is suspected of. */
    private static boolean isByCategory(long verdict) {
        Rule rule = Verdict.rule(verdict);
        return Verdict.category(verdict) >= 0
                && rule != Rule.PRESET
                && rule != Rule.OWN_PREFIX
                && rule != Rule.QUIET_HOURS;
    }

    /** What may stand between quotation marks (RFC 3261 §25.1, quoted-string). */
    private static byte[] quotable(String text) {
        return utf8(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
