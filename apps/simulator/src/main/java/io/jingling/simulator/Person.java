package io.jingling.simulator;

import io.jingling.simulator.Outcome.CallingSide;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Somebody who calls friends mostly, in bursts, by day: a Poisson process whose rate follows the hour and switches
 * between two states (Markov-modulated).
 */
final class Person implements Actor {
    private static final double BURST = 3;
    private static final double IDLE = 0.6;
    private static final long BURST_MEAN = 15 * Hours.MINUTE;
    private static final long IDLE_MEAN = 3 * Hours.HOUR;
    private static final double AVERAGE = (BURST * BURST_MEAN + IDLE * IDLE_MEAN) / (BURST_MEAN + IDLE_MEAN);
    private static final long NEW_FOR = 14 * Hours.DAY;
    private static final long NEW_GAP = 8 * Hours.MINUTE;
    private static final double PATIENCE = 32 * Hours.SECOND;
    private static final double SHORT_TALK = 15 * Hours.SECOND;
    private static final long TALK_MAX = 2 * Hours.HOUR;

    private final Town town;
    private final Subscriber self;
    private final Habits habits;
    private final Draws draws;
    private int toTell;
    private boolean isBursting;
    private long stateUntil;

    /**
     * What is a person's own.
     *
     * @param callsADay on average
     * @param talk median, in milliseconds
     * @param talkShape of the log-logistic
     * @param toTell how many contacts a new number is told to
     */
    record Habits(double callsADay, double talk, double talkShape, int toTell) {}

    Person(Town town, Subscriber self, Habits habits, Draws draws) {
        this.town = town;
        this.self = self;
        this.habits = habits;
        this.draws = draws;
        this.toTell = habits.toTell();
    }

    /** When it first calls. */
    long first() {
        return toTell > 0 ? self.bornAt : next(Math.max(0, self.bornAt));
    }

    @Override
    public long act(long now) {
        if (toTell > 0) {
            toTell--;
            call(now, draws.oneOf(List.of(self.contacts)), true, this::shortTalk);
            return now + 20 * Hours.SECOND + (long) draws.exponential(NEW_GAP);
        }
        People people = town.people;
        boolean isNew = self.bornAt >= 0 && now - self.bornAt < NEW_FOR;
        boolean known = draws.chance(isNew ? people.knownWhenNew() : people.known());
        Subscriber callee = known ? self.contacts[draws.zipf(self.contacts.length)] : town.anybody(draws);
        // Nobody calls a friend before there is the number: it would tell new numbers of people from a robot's.
        if (callee != self && callee.isBorn(now)) {
            call(now, callee, known, this::talk);
        }
        return next(now);
    }

    private void call(long now, Subscriber callee, boolean known, ToLongFunction<Draws> talk) {
        People people = town.people;
        double answers = known ? people.answerKnown() : people.answerUnknown() * people.afterSpam(callee, now);
        CallingSide side = new CallingSide((long) draws.logNormal(PATIENCE, 0.4), talk, 0.5);
        Outcome outcome = Outcome.of(draws, side, people.side(callee, answers, now));
        String audio = people.audio().heard(draws, outcome.answered());
        town.tell(now, self.line, callee.number(), outcome, audio, self.maker);
        if (outcome.answered()) {
            return;
        }
        long ended = now + outcome.ring();
        if (known && outcome.ring() > 0 && draws.chance(people.callBack())) {
            long at = ended + (long) draws.logNormal(people.callBackAfter(), 1);
            town.schedule.once(at, then -> callBack(then, callee));
        } else if (draws.chance(people.redial())) {
            long at = ended + (long) draws.logNormal(2.0 * Hours.MINUTE, 0.8);
            town.schedule.once(at, then -> call(then, callee, known, talk));
        }
    }

    private void callBack(long now, Subscriber from) {
        CallingSide side = new CallingSide((long) draws.logNormal(PATIENCE, 0.4), this::talk, 0.5);
        Outcome outcome = Outcome.of(draws, side, town.people.side(self, 0.8, now));
        String audio = town.people.audio().heard(draws, outcome.answered());
        town.tell(now, from.line, self.number(), outcome, audio, from.maker);
    }

    private long talk(Draws from) {
        return (long) from.logLogistic(habits.talk(), habits.talkShape(), TALK_MAX);
    }

    private long shortTalk(Draws from) {
        return (long) from.logNormal(SHORT_TALK, 0.6);
    }

    private long next(long now) {
        double most = habits.callsADay() / Hours.DAY * Hours.LARGEST_OF_PEOPLE * BURST / AVERAGE;
        long at = now;
        // Bounded: ends with the simulation, or when a candidate is taken.
        while (at < town.schedule.end()) {
            at += 1 + (long) draws.exponential(1 / most);
            if (draws.chance(rate(at) / most)) {
                return at;
            }
        }
        return NEVER;
    }

    private double rate(long at) {
        while (at >= stateUntil) {
            isBursting = !isBursting;
            stateUntil = Math.max(stateUntil, at - IDLE_MEAN)
                    + 1
                    + (long) draws.exponential(isBursting ? BURST_MEAN : IDLE_MEAN);
        }
        double week = Hours.isWeekend(at) ? town.people.weekendFactor() : 1;
        double state = (isBursting ? BURST : IDLE) / AVERAGE;
        return habits.callsADay() / Hours.DAY * Hours.people(at) * week * state;
    }
}
