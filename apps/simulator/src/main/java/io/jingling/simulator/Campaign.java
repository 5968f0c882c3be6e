package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One script and those who are to hear it, called from many numbers. What its lines share. */
final class Campaign {
    private static final int WINDOW = 60;
    private static final double CALMER = 0.7;
    private static final double WIDER = 1.5;

    final Town town;
    final Harasser kind;
    final Maker maker;
    final Pool pool;
    final Rotation rotation;
    final long begins;
    final long ends;
    final double friendly;
    final double again;
    final double callBacks;
    final double ring;
    final double ringSpread;
    private final Draws draws;
    private final List<Subscriber> targets;
    private final double answers;
    private final double talkSpread;
    private final double callsADay;
    private final double gapSpread;
    private final Line line;
    private final double otherTrunk;
    private final Audio audio;
    private final double markedAfter;
    private final double markedFactor;
    private final double swapBelow;
    // What each number's telephones are told of it: how often it was answered.
    private final Map<PhoneNumber, Integer> answeredOf = new HashMap<>();
    private int target;
    private int windowCalls;
    private int windowAnswers;
    private double bestRate;
    private double volume = 1;
    private double spread = 1;
    private boolean mimics;

    /**
     * @param targets in the order in which they are called
     * @param begins when, in milliseconds
     */
    Campaign(
            Town town,
            Scenario scenario,
            Harasser kind,
            Maker maker,
            Rotation rotation,
            List<Subscriber> targets,
            long begins,
            Draws draws) {
        this.town = town;
        this.kind = kind;
        this.maker = maker;
        this.targets = targets;
        this.begins = begins;
        this.draws = draws;
        String group = "campaign";
        this.ends = begins + (long) (scenario.range(group, "days").draw(draws) * Hours.DAY);
        String numbers = draws.oneOf(kind.numbers());
        int block = scenario.oneOf(group, "block", draws);
        double outside = scenario.range(group, "outside-block-share").draw(draws);
        // A number that harasses now may be a person's later.
        PhoneNumber first = numbers.equals("mobile") && draws.chance(scenario.number(group, "recycled-share"))
                ? town.numberBornAfter(draws, ends).orElseGet(() -> town.numbers.fresh(draws, numbers))
                : town.numbers.fresh(draws, numbers);
        this.pool = new Pool(town, draws, numbers, first, new Pool.Block(block, outside));
        this.rotation = rotation;
        this.friendly = kind.friendly().draw(draws);
        this.again = kind.again().draw(draws);
        this.callBacks = kind.callBacks().draw(draws);
        this.ring = kind.ringSeconds().draw(draws) * Hours.SECOND;
        this.ringSpread = kind.ringSpread().draw(draws);
        this.answers = kind.answers().draw(draws);
        this.talkSpread = kind.talkSpread().draw(draws);
        this.callsADay = kind.callsADay().draw(draws);
        this.gapSpread = kind.gapSpread().draw(draws);
        this.line = Town.line(draws, first, numbers);
        this.otherTrunk = scenario.range(group, "other-trunk-share").draw(draws);
        this.audio = new Audio(
                draws.next(),
                scenario.range(group, "recorded-share").draw(draws),
                scenario.range(group, "same-audio-share").draw(draws));
        this.markedAfter = scenario.range(group, "marked-after").draw(draws);
        this.markedFactor = scenario.number(group, "marked-factor");
        this.swapBelow = scenario.number(group, "swap-below");
    }

    /** The next on the list; numbers that are not there yet are on no list. */
    Subscriber nextTarget(long now) {
        for (int i = 0;
                i < targets.size() && !targets.get(target % targets.size()).isBorn(now);
                i++) {
            target++;
        }
        return targets.get(target++ % targets.size());
    }

    /** How likely somebody answers the number, given time. */
    double answers(PhoneNumber number, Subscriber callee, long now) {
        double marked = answeredOf.getOrDefault(number, 0) >= markedAfter ? markedFactor : 1;
        return answers * marked * town.people.afterSpam(callee, now);
    }

    /** What the campaign sees of a call: whether it was answered. */
    void saw(PhoneNumber number, boolean answered) {
        if (answered) {
            answeredOf.merge(number, 1, Integer::sum);
        }
        windowCalls++;
        windowAnswers += answered ? 1 : 0;
        if (windowCalls == WINDOW) {
            double rate = windowAnswers / (double) WINDOW;
            if (kind.adapts() && rate < swapBelow * bestRate) {
                volume *= CALMER;
                spread *= WIDER;
                mimics = true;
            }
            bestRate = Math.max(bestRate, rate);
            windowCalls = 0;
            windowAnswers = 0;
        }
    }

    /** Whether a number with so many answers is worse than the campaign's best. */
    boolean isUnhealthy(int calls, int answered) {
        return calls >= 20 && answered < swapBelow * bestRate * calls;
    }

    /** How much sooner than planned numbers change. */
    double haste() {
        return volume;
    }

    long talk(Draws from) {
        if (mimics) {
            return (long) from.logNormal(12.0 * Hours.SECOND, 0.5);
        }
        double left = from.share();
        for (Harasser.Mode mode : kind.modes()) {
            left -= mode.share();
            if (left <= 0) {
                return (long) from.logNormal(mode.seconds() * Hours.SECOND, talkSpread);
            }
        }
        return (long) from.logNormal(kind.modes().getLast().seconds() * Hours.SECOND, talkSpread);
    }

    long callsADayMax() {
        return Math.max(1, (long) (callsADay * volume));
    }

    /** From the end of a call to the next, in milliseconds. */
    long gap(Draws from) {
        double open = (kind.hours().high() - kind.hours().low()) * Hours.HOUR;
        double mean = Math.max(2_000, open / callsADayMax() - 20 * Hours.SECOND);
        double wide = gapSpread * spread;
        return (long) Math.max(
                500,
                switch (kind.gap()) {
                    case "constant" -> mean * (1 + wide * from.normal());
                    case "uniform" -> from.between(10, 60) * Hours.SECOND * Math.max(1, spread);
                    case "bursts" -> from.chance(again) ? from.between(20, 90) * Hours.SECOND : from.exponential(mean);
                    default -> from.exponential(mean);
                });
    }

    Line line(Draws from, PhoneNumber shown) {
        Line own = line.with(shown);
        return from.chance(otherTrunk) ? own.over(Town.trunk(from)) : own;
    }

    String heard(Draws from, boolean answered) {
        return audio.heard(from, answered);
    }
}
