package io.jingling.simulator;

import io.jingling.domain.PhoneNumber;
import io.jingling.simulator.Outcome.CalledSide;
import io.jingling.simulator.Outcome.CallingSide;

/** One of a campaign's lines: calls one after the other, and shows a number as long as the rotation lets it. */
final class CampaignLine implements Actor {
    private static final int NEIGHBOURS_OWN = 20;
    private static final double CALL_BACK_AFTER = 20 * Hours.MINUTE;

    private final Campaign campaign;
    private final Town town;
    private final Draws draws;
    private PhoneNumber number;
    private long numberOfDay = -1;
    private long today = -1;
    private int callsToday;
    private int calls;
    private int answered;
    private Subscriber last;

    CampaignLine(Campaign campaign, Draws draws) {
        this.campaign = campaign;
        this.town = campaign.town;
        this.draws = draws;
        this.number = campaign.pool.next();
        this.last = campaign.nextTarget(campaign.begins);
    }

    /** When it first calls. */
    long first() {
        return Hours.within(campaign.kind.hours(), campaign.begins + (long) draws.exponential(Hours.HOUR));
    }

    @Override
    public long act(long now) {
        if (now >= campaign.ends) {
            return NEVER;
        }
        countTheDay(now);
        if (isNumberDue(now)) {
            change(now);
        }
        long busy = draws.chance(campaign.friendly) ? callFriend(now) : call(now);
        long next = now + busy + campaign.gap(draws);
        if (callsToday < campaign.callsADayMax()) {
            return Hours.within(campaign.kind.hours(), next);
        }
        if (keepsItsNumberAllDay()) {
            return Hours.within(campaign.kind.hours(), now - now % Hours.DAY + Hours.DAY);
        }
        change(now);
        return Hours.within(campaign.kind.hours(), next);
    }

    private void countTheDay(long now) {
        if (Hours.day(now) != today) {
            today = Hours.day(now);
            callsToday = 0;
        }
    }

    private boolean keepsItsNumberAllDay() {
        return switch (campaign.rotation) {
            case Rotation.None none -> true;
            case Rotation.Daily daily -> true;
            case Rotation.HotAndCold pool -> true;
            case Rotation.Every every -> false;
            case Rotation.Health health -> false;
            case Rotation.Neighbour neighbour -> false;
            case Rotation.Spoof spoof -> false;
        };
    }

    private boolean isNumberDue(long now) {
        return switch (campaign.rotation) {
            case Rotation.None none -> false;
            case Rotation.Every every -> calls >= Math.max(1, every.calls() * campaign.haste());
            case Rotation.Daily daily -> numberOfDay != Hours.day(now);
            case Rotation.Health health -> campaign.isUnhealthy(calls, answered);
            case Rotation.HotAndCold pool -> numberOfDay != Hours.day(now);
            case Rotation.Neighbour neighbour -> calls >= NEIGHBOURS_OWN;
            case Rotation.Spoof spoof -> true;
        };
    }

    private void change(long now) {
        numberOfDay = Hours.day(now);
        number = switch (campaign.rotation) {
            case Rotation.HotAndCold pool -> campaign.pool.ofDay(numberOfDay);
            case Rotation.Spoof spoof -> campaign.pool.any();
            default -> campaign.pool.next();
        };
        calls = 0;
        callsToday = 0;
        answered = 0;
    }

    private long call(long now) {
        Subscriber callee = draws.chance(campaign.again) ? last : campaign.nextTarget(now);
        PhoneNumber shown = campaign.rotation instanceof Rotation.Neighbour neighbour && draws.chance(neighbour.share())
                ? campaign.pool.near(callee.number())
                : number;
        double share = campaign.answers(shown, callee, now);
        long patience = (long) Math.max(500, campaign.ring * (1 + campaign.ringSpread * draws.normal()));
        CallingSide side = new CallingSide(patience, campaign::talk, campaign.kind.calleeEnds());
        Outcome outcome = Outcome.of(draws, side, town.people.side(callee, share, now));
        String audio = campaign.heard(draws, outcome.answered());
        town.tell(now, campaign.line(draws, shown), callee.number(), outcome, audio, campaign.maker);
        if (outcome.answered()) {
            callee.answeredSpam(now);
        }
        count(shown, outcome.answered());
        last = callee;
        if (!outcome.answered() && draws.chance(campaign.callBacks)) {
            long at = now + outcome.ring() + (long) draws.logNormal(CALL_BACK_AFTER, 1);
            town.schedule.once(at, then -> callBack(then, callee, shown));
        }
        return outcome.ring() + outcome.talk();
    }

    /** A call to one of its own, answered: so that numbers look as if somebody liked them. */
    private long callFriend(long now) {
        CallingSide side =
                new CallingSide(40 * Hours.SECOND, from -> (long) from.logNormal(60.0 * Hours.SECOND, 0.5), 0.5);
        Outcome outcome = Outcome.of(draws, side, new CalledSide(0, 1, 0, 60 * Hours.SECOND));
        town.tell(now, campaign.line(draws, number), campaign.pool.next(), outcome, "", campaign.maker);
        calls++;
        callsToday++;
        return outcome.ring() + outcome.talk();
    }

    private void callBack(long now, Subscriber from, PhoneNumber to) {
        CallingSide side =
                new CallingSide(30 * Hours.SECOND, any -> (long) any.logNormal(20.0 * Hours.SECOND, 0.7), 0.5);
        Outcome outcome = Outcome.of(draws, side, new CalledSide(0.3, 0.5, 0.1, 60 * Hours.SECOND));
        String heard = town.people.audio().heard(draws, outcome.answered());
        town.tell(now, from.line, to, outcome, heard, from.maker);
    }

    private void count(PhoneNumber shown, boolean wasAnswered) {
        calls++;
        callsToday++;
        answered += wasAnswered ? 1 : 0;
        campaign.saw(shown, wasAnswered);
    }
}
