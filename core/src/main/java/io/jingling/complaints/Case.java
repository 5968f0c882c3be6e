package io.jingling.complaints;

import io.jingling.complaints.Step.HandedOver;
import io.jingling.complaints.Step.Told;
import io.jingling.complaints.Step.Verified;
import io.jingling.domain.Category;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was reported of a caller around one time, by one or many, and what became of it. All that it says of its state it
 * works out from its steps.
 *
 * @param number 受理号
 * @param about who called; hidden where nobody knows
 * @param topic what the calls were about, as most say
 * @param opened when its first report came
 * @param reports how many reports it has that were not withdrawn
 * @param steps from the first on; at most {@link #STEPS_MAX}
 */
public record Case(CaseNumber number, PhoneNumber about, Topic topic, Instant opened, int reports, List<Step> steps) {
    public static final int STEPS_MAX = 500;
    /** From so many on no notes are taken: a case must always have room to be closed. */
    static final int NOTES_MAX = STEPS_MAX - 50;

    /**
     * What calls were about.
     *
     * @param category empty: 不清楚
     */
    public record Topic(Optional<Category> category, Mode mode) {
        public boolean isFraud() {
            return category.filter(said -> said == Category.FRAUD).isPresent();
        }

        public boolean isUrgent() {
            return isFraud() || mode == Mode.BOMBING;
        }

        /** With what a further report knows and this does not. */
        Topic joined(Topic further) {
            return new Topic(
                    category.or(further::category),
                    mode == Mode.UNKNOWN || further.mode == Mode.BOMBING ? further.mode : mode);
        }
    }

    public Case {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException("steps: got " + steps.size() + ", want 1 to " + STEPS_MAX);
        }
        if (reports < 0) {
            throw new IllegalArgumentException("reports: got " + reports + ", want 0 or more");
        }
    }

    /** A case of one report, and who is responsible for it. */
    public static Case opened(CaseNumber number, Report first, Routing.Route route) {
        Instant at = first.intake().at();
        return new Case(
                number,
                first.about().number(),
                first.topic(),
                at,
                1,
                List.of(
                        new Step.Accepted(
                                at, Step.BY_RULE, first.intake().entrance().chinese()),
                        new HandedOver(at, Step.BY_RULE, route.to(), route.rule(), route.why())));
    }

    /** With one report more. */
    public Case joined(Report report) {
        return new Case(number, about, topic.joined(report.topic()), opened, reports + 1, steps);
    }

    /** With one report less; withdrawn where it was the last. */
    public Case without(Instant at) {
        List<Step> then = new ArrayList<>(steps);
        if (reports == 1 && !stage().isClosed()) {
            then.add(new Step.Withdrawn(at, Step.BY_RULE, "全部举报已撤回"));
        }
        return new Case(number, about, topic, opened, reports - 1, then);
    }

    /** @throws IllegalArgumentException where a case in this stage does not take it */
    public Case with(Step step) {
        refusal(step).ifPresent(why -> {
            throw new IllegalArgumentException("step: got one on a case that is " + stage().word() + ", want "
                    + why.want()
                    + (why == Refusal.OTHER_OUTCOME ? outcome().orElseThrow().word() : ""));
        });
        List<Step> then = new ArrayList<>(steps);
        then.add(step);
        return new Case(number, about, topic, opened, reports, then);
    }

    /** Why a step is not taken now. */
    public enum Refusal {
        CLOSED("a case that is not closed"),
        UNVERIFIED("it to be verified first"),
        UNVERIFIED_TOLD("it to be verified first, or not accepted"),
        OTHER_OUTCOME("the outcome that was found, "),
        ACCEPTED("it to be accepted once"),
        FULL("fewer than " + NOTES_MAX + " steps before a note or a reply: the last ones are for closing it");

        private final String want;

        Refusal(String want) {
            this.want = want;
        }

        String want() {
            return want;
        }
    }

    /** Why a case in this stage does not take a step; empty where it does. */
    public Optional<Refusal> refusal(Step step) {
        boolean mayBeAnyTime = step instanceof Step.Noted || step instanceof Step.Replied;
        if (stage().isClosed() && !mayBeAnyTime) {
            return Optional.of(Refusal.CLOSED);
        }
        if (mayBeAnyTime && steps.size() >= NOTES_MAX) {
            return Optional.of(Refusal.FULL);
        }
        return switch (step) {
            case Told told
            when told.outcome() != Outcome.NOT_ACCEPTED && outcome().isEmpty() -> Optional.of(Refusal.UNVERIFIED_TOLD);
            case Told told
            when outcome().filter(found -> found != told.outcome()).isPresent() -> Optional.of(Refusal.OTHER_OUTCOME);
            case Step.Acted acted when outcome().isEmpty() -> Optional.of(Refusal.UNVERIFIED);
            case Step.Accepted again -> Optional.of(Refusal.ACCEPTED);
            default -> Optional.empty();
        };
    }

    public Stage stage() {
        Stage stage = Stage.ACCEPTED;
        for (Step step : steps) {
            stage = switch (step) {
                case Step.Accepted accepted -> Stage.ACCEPTED;
                case HandedOver over -> later(stage, over.to().equals(Desk.OWN) ? Stage.ACCEPTED : Stage.HANDED_OVER);
                case Verified verified -> later(stage, Stage.VERIFIED);
                case Step.Acted acted -> later(stage, Stage.ACTED);
                case Told told -> Stage.TOLD;
                case Step.Withdrawn withdrawn -> Stage.WITHDRAWN;
                case Step.Replied replied -> stage;
                case Step.Noted noted -> stage;
            };
        }
        return stage;
    }

    private static Stage later(Stage one, Stage another) {
        return one.compareTo(another) > 0 ? one : another;
    }

    /** Who is responsible now. */
    public Desk responsible() {
        return last(HandedOver.class).map(HandedOver::to).orElse(Desk.OWN);
    }

    /** What was found last, or why it was not accepted. */
    public Optional<Outcome> outcome() {
        return last(Told.class).map(Told::outcome).or(() -> last(Verified.class).map(Verified::outcome));
    }

    /** When all who reported were told; a case is not closed otherwise, but by its withdrawal. */
    public Optional<Instant> toldAt() {
        return last(Told.class).map(Told::at);
    }

    /** The last step of a kind. */
    public <S extends Step> Optional<S> last(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).reduce((earlier, later) -> later);
    }

    /** The first step of a kind. */
    public <S extends Step> Optional<S> first(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
