package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;
import io.jingling.simulator.Outcome.CallingSide;

/** One who works in a {@link Trade}: a courier, a clinic's reception, a bank's dialling machine. */
final class Worker implements Actor {
    private static final int REMEMBERED = 64;
    private static final int BLOCK = 100;
    private static final double PATIENCE = 30 * Hours.SECOND;
    private static final double CALL_BACK_AFTER = 12 * Hours.MINUTE;
    private static final double MACHINE_SPREAD = 0.1;

    private final Town town;
    private final Trade trade;
    private final Line line;
    private final boolean isBlock;
    private final Maker maker;
    private final Draws draws;
    private final int home;
    private final double callsADay;
    private final double talk;
    private final double answers;
    private final double again;
    private final double near;
    private final double callBacks;
    private final double machinePatience;
    private final boolean worksOnWeekends;
    private final Audio audio;
    private final Subscriber[] earlier = new Subscriber[REMEMBERED];
    private int met;
    private final long begins;
    private final long ends;

    Worker(Town town, Trade trade, Maker maker, long begins, Draws draws) {
        this.town = town;
        this.trade = trade;
        this.maker = maker;
        this.draws = draws;
        String kind = draws.oneOf(trade.numbers());
        this.isBlock = kind.equals("block");
        String numberKind = isBlock ? "fixed" : kind;
        this.line = Town.line(draws, town.numbers.fresh(draws, numberKind), numberKind);
        this.home = draws.below(town.homes());
        this.callsADay = trade.callsADay().draw(draws);
        this.talk = trade.talkSeconds().draw(draws) * Hours.SECOND;
        this.answers = trade.answers().draw(draws);
        this.again = trade.again().draw(draws);
        this.near = trade.near().draw(draws);
        this.callBacks = trade.callBacks().draw(draws);
        this.machinePatience = draws.between(25, 60) * Hours.SECOND;
        this.worksOnWeekends = draws.chance(trade.hours().high() > 19 ? 0.9 : 0.3);
        double recorded = trade.recorded().draw(draws);
        boolean isMachine = trade.gap() == Trade.Gap.CONSTANT;
        this.audio = isMachine ? new Audio(draws.next(), recorded, draws.between(0.5, 1)) : Audio.live(recorded);
        this.begins = begins;
        this.ends = trade.lastsADay() ? begins + Hours.DAY - begins % Hours.DAY : Long.MAX_VALUE;
    }

    /** When it first calls. */
    long first() {
        return open(begins + (long) draws.exponential(meanGap()));
    }

    @Override
    public long act(long now) {
        Subscriber callee = callee();
        if (!callee.isBorn(now)) {
            return open(now + Hours.MINUTE);
        }
        earlier[met++ % REMEMBERED] = callee;
        double share = answers * town.people.afterSpam(callee, now);
        Outcome outcome = Outcome.of(draws, side(), town.people.side(callee, share, now));
        Line from = isBlock ? line.with(town.numbers.inBlock(draws, line.number(), BLOCK)) : line;
        town.tell(now, from, callee.number(), outcome, audio.heard(draws, outcome.answered()), maker);
        if (!outcome.answered() && draws.chance(callBacks)) {
            long at = now + outcome.ring() + (long) draws.logNormal(CALL_BACK_AFTER, 0.8);
            town.schedule.once(at, then -> callBack(then, callee, from.number()));
        }
        return open(next(now, outcome.ring() + outcome.talk()));
    }

    private CallingSide side() {
        long patience = trade.gap() == Trade.Gap.CONSTANT
                ? (long) (machinePatience * (1 + 0.01 * draws.normal()))
                : (long) draws.logNormal(PATIENCE, 0.35);
        return new CallingSide(patience, from -> (long) from.logNormal(talk, 0.45), 0.55);
    }

    private Subscriber callee() {
        if (met > 0 && draws.chance(again)) {
            return earlier[draws.below(Math.min(met, REMEMBERED))];
        }
        return draws.chance(near) ? town.near(draws, home) : town.anybody(draws);
    }

    private void callBack(long now, Subscriber from, PhoneNumber to) {
        CallingSide calling =
                new CallingSide((long) draws.logNormal(PATIENCE, 0.4), any -> (long) any.logNormal(talk, 0.6), 0.5);
        Outcome outcome = Outcome.of(draws, calling, new Outcome.CalledSide(0.02, 0.8, 0.05, 60 * Hours.SECOND));
        String heard = town.people.audio().heard(draws, outcome.answered());
        town.tell(now, from.line, to, outcome, heard, from.maker);
    }

    private double meanGap() {
        double open = (trade.hours().high() - trade.hours().low()) * Hours.HOUR;
        return open / callsADay;
    }

    private long next(long now, long busy) {
        double mean = meanGap();
        return switch (trade.gap()) {
            case RANDOM -> now + busy + (long) draws.exponential(Math.max(1, mean - busy));
            case CONSTANT -> {
                double gap = Math.max(1_000, mean - 20 * Hours.SECOND) * (1 + MACHINE_SPREAD * draws.normal());
                yield now + busy + (long) Math.max(500, gap);
            }
            case MEALS -> now + busy + atMeals(now);
        };
    }

    private long atMeals(long now) {
        double most = callsADay / Hours.DAY * Hours.LARGEST_OF_MEALS;
        long at = now;
        // Bounded: ends with the simulation, or when a candidate is taken.
        do {
            at += 1 + (long) draws.exponential(1 / most);
        } while (at < town.schedule.end() && !draws.chance(Hours.meals(at) / Hours.LARGEST_OF_MEALS));
        return at - now;
    }

    private long open(long time) {
        long at = Hours.within(trade.hours(), time);
        while (!worksOnWeekends && Hours.isWeekend(at)) {
            at = Hours.within(trade.hours(), at - at % Hours.DAY + Hours.DAY);
        }
        return at < ends ? at : NEVER;
    }
}
