package io.jingling.http.console;

import io.jingling.custody.Access;
import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Release.Stage;
import io.jingling.custody.Release.State;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wishes to see full numbers, the form to ask, and the access log.
 *
 * @param typed what the form shows
 * @param rows the newest first
 * @param log the access log, the newest first; none where the visitor may not see it
 * @param shown the numbers that were just read
 * @param problem what was not done and why; empty where all was
 * @param said what was done; empty where nothing was
 */
record ReleasesView(
        Typed typed, List<Row> rows, boolean mayAudit, List<Line> log, Shown shown, String problem, String said) {
    private static final int MASKED_SHOWN = 3;
    private static final Pattern ABOUT = Pattern.compile("(decision|case|campaign|entry) ([A-Za-z0-9_-]+)( .*)?");

    /** The form as it is shown: empty, or as it was typed. */
    record Typed(List<Choice> choices, String about, String of, String caseId, String reason) {}

    record Choice(String word, String name) {}

    /** Full numbers, or that an entry may be opened; {@link #NONE} otherwise. */
    record Shown(String title, List<String> numbers, boolean isEntry) {
        static final Shown NONE = new Shown("", List.of(), false);

        static Shown of(Release release, Words words) {
            return new Shown(
                    words.say("numbersOf", subject(release, words)),
                    release.numbers().stream()
                            .map(number -> number.revealTo(Purpose.RELEASE))
                            .toList(),
                    release.numbers().isEmpty());
        }

        public boolean isAny() {
            return !title.isEmpty();
        }
    }

    /** A wish, and what the visitor may do with it. */
    record Row(
            String id,
            String what,
            String masked,
            String caseId,
            String reason,
            String asker,
            String asked,
            String stage,
            String until,
            String answerer,
            String refusal,
            boolean mayAnswer,
            boolean mayRead) {
        static Row of(Release release, Session visitor, Instant now, Words words) {
            boolean own = release.asker().key().equals(visitor.key().id());
            Stage stage = release.stage(now);
            return new Row(
                    release.id().toString(),
                    subject(release, words),
                    masked(release.numbers()),
                    release.wish().caseId(),
                    release.wish().reason(),
                    name(release.asker(), words),
                    Times.moment(release.asked()),
                    words.say("stage." + stage.name().toLowerCase(Locale.ROOT)),
                    stage == Stage.ASKED || stage == Stage.RELEASED ? Times.moment(until(release)) : "",
                    answerer(release.state(), words),
                    release.state() instanceof State.Refused refused ? refused.reason() : "",
                    stage == Stage.ASKED && !own && visitor.mayChange(),
                    stage == Stage.RELEASED && own);
        }

        private static String answerer(State state, Words words) {
            return switch (state) {
                case State.Asked asked -> "";
                case State.Released released -> name(released.by(), words) + " " + Times.moment(released.at());
                case State.Refused refused -> name(refused.by(), words) + " " + Times.moment(refused.at());
            };
        }

        private static Instant until(Release release) {
            return switch (release.state()) {
                case State.Asked(Instant until) -> until;
                case State.Released released -> released.until();
                case State.Refused refused -> refused.at();
            };
        }

        private static String masked(List<PhoneNumber> numbers) {
            String some = numbers.stream()
                    .limit(MASKED_SHOWN)
                    .map(PhoneNumber::toString)
                    .collect(Collectors.joining(" "));
            return numbers.size() > MASKED_SHOWN ? some + " … (" + numbers.size() + ")" : some;
        }
    }

    /** A line of the access log. */
    record Line(String at, String who, String step, String what, String caseId, String reason) {
        static Line of(Access access, Words words) {
            return new Line(
                    Times.day(access.at()) + " " + Times.clock(access.at()),
                    name(access.who(), words),
                    words.say("access." + access.step().word()),
                    told(access.what(), words),
                    access.caseId(),
                    access.reason());
        }

        /** As {@link Access#of} wrote it, in the visitor's words; anything else as it is. */
        private static String told(String text, Words words) {
            Matcher about = ABOUT.matcher(text);
            return about.matches() ? words.say("subject." + about.group(1), about.group(2)) : text;
        }
    }

    static List<Choice> choices(Words words) {
        return Stream.of("decision", "case", "campaign", "entry")
                .map(word -> new Choice(word, words.say("about." + word)))
                .toList();
    }

    private static String subject(Release release, Words words) {
        return words.say(
                "subject." + release.wish().subject().word(),
                release.wish().subject().id());
    }

    private static String name(Person person, Words words) {
        return person.name() + " (" + words.say("role." + person.role()) + ")";
    }
}
