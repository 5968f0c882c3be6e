package io.jingling.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A company on its way to being named in a period's report: enough people named it, it was told and could answer, and two
 * different people signed.
 *
 * @param people how many different people named it, counted when it was proposed
 * @param steps what was done, from the proposal on
 */
public record Naming(UUID id, String company, Period period, long people, List<Step> steps) {
    /** Fewer people than that name nobody. */
    public static final int PEOPLE_MIN = 20;
    /** So long a company may answer. */
    public static final Duration REPLY_TIME = Duration.ofDays(15);

    private static final int NAME_MAX = 100;
    private static final int TEXT_MAX = 2_000;
    private static final int STEPS_MAX = 20;
    private static final int SIGNATURES = 2;

    /** What is done with it. */
    public enum Act {
        PROPOSED("已提出"),
        NOTIFIED("已告知企业"),
        REPLIED("企业已答复"),
        SIGNED("已签署"),
        DROPPED("已撤销");

        private final String chinese;

        Act(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Act of(String word) {
            for (Act act : values()) {
                if (act.word().equals(word)) {
                    return act;
                }
            }
            throw new IllegalArgumentException("step: got another word, want notified, replied, signed or dropped");
        }
    }

    /**
     * A step.
     *
     * @param by the key of who took it
     * @param text how the company was told, what it answered, why
     */
    public record Step(Act act, Instant at, String by, String text) {
        public Step {
            text = text.strip();
            if (text.length() > TEXT_MAX || (act != Act.SIGNED && act != Act.PROPOSED && text.isEmpty())) {
                throw new IllegalArgumentException("text: got " + text.length() + " characters, want 1 to " + TEXT_MAX);
            }
        }
    }

    public Naming {
        company = company.strip();
        steps = List.copyOf(steps);
        if (company.isEmpty() || company.length() > NAME_MAX) {
            throw new IllegalArgumentException(
                    "company: got " + company.length() + " characters, want 1 to " + NAME_MAX);
        }
        if (people < PEOPLE_MIN) {
            throw new IllegalArgumentException(
                    "people: got " + people + ", want at least " + PEOPLE_MIN + " who named it");
        }
        if (steps.isEmpty() || steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException("steps: got " + steps.size() + ", want 1 to " + STEPS_MAX);
        }
    }

    /** @throws IllegalArgumentException where too few people named it, or the period is not over */
    public static Naming propose(UUID id, String company, Period period, long people, Instant at, String by) {
        if (!period.isOver(at)) {
            throw new IllegalArgumentException("period: got one that is not over, want one that is");
        }
        return new Naming(id, company, period, people, List.of(new Step(Act.PROPOSED, at, by, "")));
    }

    /** @throws IllegalArgumentException where the step may not be taken now, or not by this person */
    public Naming with(Step step) {
        refusal(step).ifPresent(why -> {
            throw new IllegalArgumentException("step: got " + step.act().word() + ", want " + why);
        });
        List<Step> then = new ArrayList<>(steps);
        then.add(step);
        return new Naming(id, company, period, people, then);
    }

    private Optional<String> refusal(Step step) {
        // A name may have to come out again, by a court's order for one.
        if (isDropped() || (isPublished() && step.act() != Act.DROPPED)) {
            return Optional.of("a naming that is open");
        }
        return switch (step.act()) {
            case PROPOSED -> Optional.of("it to be proposed once");
            case NOTIFIED ->
                first(Act.NOTIFIED).isPresent() ? Optional.of("the company to be told once") : Optional.empty();
            case REPLIED ->
                first(Act.NOTIFIED).isEmpty() ? Optional.of("the company to be told first") : Optional.empty();
            case SIGNED -> unsignable(step);
            case DROPPED -> Optional.empty();
        };
    }

    private Optional<String> unsignable(Step step) {
        Optional<Step> told = first(Act.NOTIFIED);
        if (told.isEmpty()) {
            return Optional.of("the company to be told first");
        }
        boolean lapsed = !step.at().isBefore(told.get().at().plus(REPLY_TIME));
        if (first(Act.REPLIED).isEmpty() && !lapsed) {
            return Optional.of("the company's reply, or " + REPLY_TIME.toDays() + " days to have passed");
        }
        boolean again = signatures().stream().anyMatch(one -> one.by().equals(step.by()));
        return again ? Optional.of("another person than the one who signed") : Optional.empty();
    }

    public Optional<Step> first(Act act) {
        return steps.stream().filter(step -> step.act() == act).findFirst();
    }

    public List<Step> signatures() {
        return steps.stream().filter(step -> step.act() == Act.SIGNED).toList();
    }

    public boolean isDropped() {
        return first(Act.DROPPED).isPresent();
    }

    /** Whether the report names it. */
    public boolean isPublished() {
        return signatures().size() >= SIGNATURES && !isDropped();
    }

    /** What the report prints beside the name. */
    String replyShown() {
        return first(Act.REPLIED).map(reply -> "企业答复：" + reply.text()).orElse("企业在答复期内未答复");
    }
}
