package io.jingling.platform;

import io.jingling.custody.Access;
import io.jingling.custody.Kept;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.QuietHours;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Wishes;
import io.jingling.evidence.EntryKind;
import io.jingling.platform.DecisionHistory.PastDecision;
import io.jingling.platform.Statement.Said;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is said in evidence of each thing that the platform does. docs/reference/evidence.md has the lines. */
public final class Testimony {
    private Testimony() {}

    /** A decision other than pass. */
    public static Said of(PastDecision past) {
        Decision decision = past.decision();
        return new Lines("decision")
                .with("id", past.id())
                .with("at", past.at())
                .about("caller", past.caller())
                .about("callee", past.callee())
                .with("action", decision.action().word())
                .with("rule", decision.rule().id())
                .with("category", decision.category().map(Category::code).orElse(""))
                .with("score", decision.score())
                .with("policy", past.policyVersion())
                .with("lists", decision.listVersion())
                .with("verdict", decision.verdict())
                .said();
    }

    /** What a subscriber wishes from now on, all of it. */
    public static Said of(PhoneNumber subscriber, Wishes wishes) {
        Lines lines = new Lines("wishes")
                .about("subscriber", subscriber)
                .with("service", wishes.on() ? "on" : "off")
                .with("courier-until", wishes.courierUntil());
        wishes.categories()
                .forEach((category, action) -> lines.with("category", category.code() + " " + action.word()));
        wishes.presets().forEach((preset, action) -> lines.with("preset", preset.word() + " " + action.word()));
        wishes.prefixes()
                .forEach(own ->
                        lines.with("prefix", own.digits() + " " + own.action().word()));
        wishes.white().forEach(entry -> lines.naming("white", entry.number()).with("note", entry.note()));
        wishes.black().forEach(entry -> lines.naming("black", entry.number()).with("note", entry.note()));
        wishes.quietHours().forEach(hours -> lines.with("quiet", quiet(hours)));
        return lines.said();
    }

    private static String quiet(QuietHours hours) {
        String days = hours.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining("+"));
        return days + " " + hours.from() + " " + hours.to() + " "
                + hours.action().word();
    }

    /** What somebody said of a number or a call. */
    public static Said of(Label label) {
        Lines lines = new Lines("label")
                .with("claim", label.claim().word())
                .with("category", label.category().map(Category::code).orElse(""))
                .with("source", label.by().source().word())
                .with("who", label.by().who())
                .with("at", label.at());
        return switch (label.about()) {
            case About.OfNumber(PhoneNumber number) ->
                lines.about("number", number).said();
            case About.OfCall(String callId) -> lines.with("call_id", callId).said();
        };
    }

    /** A model is to judge from now on, or again after a roll-back. */
    public static Statement model(String how, String id, String before) {
        return Statement.of(
                EntryKind.MODEL,
                new Lines("model")
                        .with("how", how)
                        .with("id", id)
                        .with("before", before)
                        .said());
    }

    /** A rule on a range is to be in force. */
    public static Statement of(RangeRule rule) {
        return Statement.of(
                EntryKind.RULES,
                new Lines("range-rule")
                        .with("how", "put")
                        .with("range", rule.range())
                        .with("category", rule.category().code())
                        .with("score", rule.score())
                        .with("expires", rule.expires())
                        .said());
    }

    /** A rule on a range is to be gone. */
    public static Statement removed(NumberRange range) {
        return Statement.of(
                EntryKind.RULES,
                new Lines("range-rule")
                        .with("how", "removed")
                        .with("range", range)
                        .said());
    }

    /** A step towards full numbers, about to be made; each number, or whose data it is, is a part of its own. */
    public static Statement of(Access access, Collection<PhoneNumber> whose) {
        List<Said> parts = new ArrayList<>();
        parts.add(new Lines("number-access")
                .with("how", access.step().word())
                .with("key", access.who().key())
                .with("name", access.who().name())
                .with("role", access.who().role())
                .with("release", access.release())
                .with("case", access.caseId())
                .with("what", access.what())
                .with("reason", access.reason())
                .said());
        whose.forEach(number ->
                parts.add(new Lines("number-accessed").about("whose", number).said()));
        return new Statement(EntryKind.NUMBER_ACCESS, parts);
    }

    /** What is older than its time is about to be deleted. */
    public static Statement deleted(Kept kept, Instant before, long count) {
        return Statement.of(
                EntryKind.CUSTODY,
                new Lines("deleted")
                        .with("class", kept.word())
                        .with("before", before)
                        .with("count", count)
                        .said());
    }

    /** Somebody's data was deleted, at that one's wish. */
    public static Statement forgotten(ApiKey by, long parts) {
        return Statement.of(
                EntryKind.CUSTODY,
                new Lines("forgotten").with("key", by.id()).with("parts", parts).said());
    }
}
