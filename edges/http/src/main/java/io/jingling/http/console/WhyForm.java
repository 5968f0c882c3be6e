package io.jingling.http.console;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.DecisionHistory.PastDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads the question of the "why" page, and shows it again. */
final class WhyForm {
    static final Duration SPAN_MAX = Duration.ofDays(31);

    private WhyForm() {}

    /** The question, or the form with what is wrong. */
    sealed interface Read {
        /** It can be asked. */
        record Good(Search search) implements Read {}

        /** It has to be corrected. */
        record Bad(WhyView.Asked asked) implements Read {}
    }

    static WhyView.Asked blank(Instant now) {
        return asked("", Search.Side.EITHER, Search.Range.DAY, now.minus(Duration.ofDays(1)), now, Map.of());
    }

    /** The form of a question that was asked; its number stays on the server. */
    static WhyView.Asked again(Search search) {
        return asked("", search.side(), search.range(), search.from(), search.to(), Map.of());
    }

    static Read read(Form form, Instant now, LongFunction<Optional<PastDecision>> decisions, Words words) {
        Search.Side side = one(Search.Side.values(), form.text("side"), Search.Side.EITHER);
        Search.Range range = one(Search.Range.values(), form.text("range"), Search.Range.DAY);
        Map<String, String> problems = new HashMap<>();
        Optional<PhoneNumber> number = decision(form, decisions)
                .map(past -> side == Search.Side.CALLER ? past.caller() : past.callee())
                .filter(PhoneNumber::isKnown)
                .or(() -> Numbers.read(form.text("number"), "number", words, problems));
        Instant from = range == Search.Range.OWN
                ? time(form.text("from"), "from", words, problems).orElse(now)
                : now.minus(length(range));
        Instant to = range == Search.Range.OWN
                ? time(form.text("to"), "to", words, problems).orElse(now)
                : now.plusSeconds(1);
        if (!problems.containsKey("from") && !problems.containsKey("to")) {
            span(from, to, words, problems);
        }
        return problems.isEmpty()
                ? new Read.Good(new Search(number.orElseThrow(), side, from, to, range))
                : new Read.Bad(asked(form.text("number"), side, range, from, to, problems));
    }

    /** The decision that a button stands beside. */
    static Optional<PastDecision> decision(Form form, LongFunction<Optional<PastDecision>> decisions) {
        String id = form.text("decision");
        try {
            return decisions.apply(Long.parseLong(id));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static void span(Instant from, Instant to, Words words, Map<String, String> problems) {
        if (!from.isBefore(to)) {
            problems.put("to", words.say("spanBackwards"));
        } else if (Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
            problems.put(
                    "to", words.say("spanTooLong", Duration.between(from, to).toDays(), SPAN_MAX.toDays()));
        }
    }

    private static Optional<Instant> time(String text, String field, Words words, Map<String, String> problems) {
        Optional<Instant> time = Times.ofField(text);
        if (time.isEmpty()) {
            problems.put(field, words.say("timeMissing"));
        }
        return time;
    }

    private static Duration length(Search.Range range) {
        return switch (range) {
            case HOUR -> Duration.ofHours(1);
            case DAY, OWN -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
        };
    }

    private static <E extends Enum<E>> E one(E[] all, String word, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(otherwise);
    }

    private static WhyView.Asked asked(
            String number,
            Search.Side side,
            Search.Range range,
            Instant from,
            Instant to,
            Map<String, String> problems) {
        return new WhyView.Asked(
                number,
                side.name().toLowerCase(Locale.ROOT),
                range.name().toLowerCase(Locale.ROOT),
                Times.field(from),
                Times.field(to),
                problems);
    }
}
