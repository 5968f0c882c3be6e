package io.jingling.screening;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Decision;
import io.jingling.domain.Evidence;
import io.jingling.domain.NumberKind;
import io.jingling.domain.Preset;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.domain.Verdict;

/**
 * Decides a call: the first rule, in order of {@link Rule}, that has something to say is followed.
 *
 * <p>It reads the tables it was given and the call's own time, and changes nothing. A score counts
 * only while its standing is in force; a number's kind alone never refuses. The passes (call-back,
 * courier, second call) have something to say only where a later rule would keep the call from ringing.
 */
public final class Screening {
    private static final int SAYS_NOTHING = -1;
    private static final int PASS = Action.PASS.ordinal();
    private static final int LABEL = Action.LABEL.ordinal();
    private static final int REJECT = Action.REJECT.ordinal();
    private static final int REPORTS = Evidence.Kind.REPORTS.ordinal();

    private static final Rule[] IN_ORDER = Rule.values();
    private static final int ALWAYS_ASKED = RuleSet.of(Rule.DEFAULT_PASS).bits();
    private static final int EMERGENCY = RuleSet.of(Rule.EMERGENCY).bits();
    private static final int PROTECTED = RuleSet.of(Rule.PROTECTED_USE).bits();
    private static final int SUSPECTED = RuleSet.of(
                    Rule.SYSTEM_BLACK_LIST, Rule.OWN_CATEGORY, Rule.DEFAULT_WISH, Rule.MODEL)
            .bits();

    private final Standings standings;
    private final WishesIndex wishes;
    private final Passes passes;
    private final RefusedCalls refusedCalls;
    private final Suspicions suspicions;
    private final RecentDecisions decisions = new RecentDecisions();

    public Screening(Standings standings, WishesIndex wishes, Passes passes, RefusedCalls refusedCalls) {
        this(standings, wishes, passes, refusedCalls, Suspicions.NONE);
    }

    /** @param suspicions asked only where nothing that comes before a standing has decided */
    public Screening(
            Standings standings, WishesIndex wishes, Passes passes, RefusedCalls refusedCalls, Suspicions suspicions) {
        this.suspicions = suspicions;
        this.standings = standings;
        this.wishes = wishes;
        this.passes = passes;
        this.refusedCalls = refusedCalls;
    }

    /** Decides; the reasons come with it. Makes no object where the same was decided lately. */
    public Decision decide(CallAttempt call, Policy policy, long listVersion) {
        return decisions.of(verdict(call, policy), listVersion);
    }

    /** The decision of a verdict. */
    public Decision decision(long verdict, long listVersion) {
        return decisions.of(verdict, listVersion);
    }

    /** The same in 64 bits, see {@link Verdict}. Makes no object. */
    public long verdict(CallAttempt call, Policy policy) {
        // Both random reads are on their way before a branch waits for either. The sum is never the
        // least long, as keys and codes are positive; without a use the reads would be optimized away.
        if (standings.touch(call.caller()) + wishes.touch(call.callee()) == Long.MIN_VALUE) {
            throw new IllegalStateException("tables: got a negative key, want none");
        }
        long standing = standings.inForce(call.caller(), seconds(call));
        SubscriberWishes own = wishes.find(call.callee());
        NumberKind kind = call.caller().kind();
        long verdict = unlessQuiet(unlessSuspected(call, policy, standing, own, kind), call, policy, own);
        boolean refused = !Verdict.action(verdict).rings();
        return refused && Verdict.rule(verdict).compareTo(Rule.SECOND_CALL_PASS) > 0
                ? unlessLetThrough(verdict, call, policy)
                : verdict;
    }

    /** What rings by its listed standing may still be suspected; looking costs more than all other rules. */
    private long unlessSuspected(
            CallAttempt call, Policy policy, long standing, SubscriberWishes own, NumberKind kind) {
        long verdict = firstToSpeak(call, policy, standing, own, kind);
        boolean mayMatter = Verdict.rule(verdict).compareTo(Rule.SYSTEM_BLACK_LIST) > 0
                && (SUSPECTED & ~policy.off().bits()) != 0;
        if (!mayMatter) {
            return verdict;
        }
        long stronger = Standings.stronger(standing, suspicions.of(call));
        return stronger == standing ? verdict : firstToSpeak(call, policy, stronger, own, kind);
    }

    private long firstToSpeak(CallAttempt call, Policy policy, long standing, SubscriberWishes own, NumberKind kind) {
        // Most rules can be seen to say nothing by a bit; only the others are asked, in order.
        int mayHaveASay = ALWAYS_ASKED | own.mayHaveASay();
        mayHaveASay |= kind == NumberKind.EMERGENCY || call.callee().isEmergency() ? EMERGENCY : 0;
        mayHaveASay |= standing == 0 ? 0 : Standings.isProtected(standing) ? PROTECTED : SUSPECTED;
        mayHaveASay &= ~policy.off().bits();
        long shadow = 0;
        while (mayHaveASay != 0) {
            Rule rule = IN_ORDER[Integer.numberOfTrailingZeros(mayHaveASay)];
            mayHaveASay &= mayHaveASay - 1;
            int action = action(rule, call, policy, standing, own, kind);
            if (action == SAYS_NOTHING) {
                continue;
            }
            if (!policy.shadow().contains(rule)) {
                return described(rule, action, standing, kind) | shadow;
            }
            shadow = shadow == 0 ? Verdict.withShadow(0, rule, Action.at(action)) : shadow;
        }
        throw new IllegalStateException("rules: got none that decides, want default-pass to");
    }

    private int action(
            Rule rule, CallAttempt call, Policy policy, long standing, SubscriberWishes own, NumberKind kind) {
        return switch (rule) {
            case EMERGENCY -> emergency(call, kind);
            case SERVICE_OFF -> own.profile().on() ? SAYS_NOTHING : PASS;
            case OWN_WHITE_LIST -> own.isWhite(call.caller()) ? PASS : SAYS_NOTHING;
            case OWN_BLACK_LIST -> own.isBlack(call.caller()) ? REJECT : SAYS_NOTHING;
            case PROTECTED_USE -> Standings.isProtected(standing) ? PASS : SAYS_NOTHING;
            case SYSTEM_BLACK_LIST ->
                isSuspected(standing, policy.blackListScoreMin()) && !isByFewReports(standing) ? REJECT : SAYS_NOTHING;
            case OWN_CATEGORY -> wished(own.profile(), standing, policy);
            case OWN_PREFIX -> own.profile().prefix(call.caller());
            case PRESET -> preset(own.profile(), call, kind);
            case DEFAULT_WISH -> wished(wishes.defaults(), standing, policy);
            case MODEL -> isSuspected(standing, labelScoreMin(policy, kind)) ? LABEL : SAYS_NOTHING;
            case DEFAULT_PASS -> PASS;
            case CALL_BACK_PASS, COURIER_PASS, SECOND_CALL_PASS, QUIET_HOURS, FAIL_OPEN -> SAYS_NOTHING;
        };
    }

    /** In quiet hours what would ring gets the wished action, unless it is what the subscriber or the registry lets ring. */
    private static long unlessQuiet(long verdict, CallAttempt call, Policy policy, SubscriberWishes own) {
        Rule rule = Verdict.rule(verdict);
        boolean mayBeQuiet = rule.compareTo(Rule.PROTECTED_USE) > 0
                && Verdict.action(verdict).rings();
        if (!mayBeQuiet || !own.hasQuietHours() || policy.off().contains(Rule.QUIET_HOURS)) {
            return verdict;
        }
        int quiet = own.profile().quietHours(call.atMillis());
        if (quiet <= Verdict.action(verdict).ordinal()) {
            return verdict;
        }
        if (!policy.shadow().contains(Rule.QUIET_HOURS)) {
            return Verdict.inPlaceOf(verdict, Action.at(quiet), Rule.QUIET_HOURS);
        }
        return Verdict.hasShadow(verdict) ? verdict : Verdict.withShadow(verdict, Rule.QUIET_HOURS, Action.at(quiet));
    }

    /** The refusal, or the pass that speaks against it; a pass in shadow is noted if none was before. */
    private long unlessLetThrough(long refusal, CallAttempt call, Policy policy) {
        long verdict = refusal;
        for (int i = Rule.CALL_BACK_PASS.ordinal(); i <= Rule.SECOND_CALL_PASS.ordinal(); i++) {
            Rule pass = IN_ORDER[i];
            if (policy.off().contains(pass) || !isInForce(pass, call)) {
                continue;
            }
            if (!policy.shadow().contains(pass)) {
                return Verdict.inPlaceOf(verdict, Action.PASS, pass);
            }
            verdict = Verdict.hasShadow(verdict) ? verdict : Verdict.withShadow(verdict, pass, Action.PASS);
        }
        return verdict;
    }

    private boolean isInForce(Rule pass, CallAttempt call) {
        return switch (pass) {
            case CALL_BACK_PASS -> passes.callBacksRing(call.callee(), seconds(call));
            case COURIER_PASS -> passes.couriersRing(call.callee(), seconds(call));
            default -> refusedCalls.isSecondCall(call);
        };
    }

    /** A public number on a trunk that may not present it rings, but is not believed: fraudsters use 110. */
    private static int emergency(CallAttempt call, NumberKind kind) {
        if (kind == NumberKind.EMERGENCY) {
            return call.publicNumbersEntitled() ? PASS : LABEL;
        }
        return call.callee().isEmergency() ? PASS : SAYS_NOTHING;
    }

    private static int wished(WishProfile profile, long standing, Policy policy) {
        boolean suspected = standing != 0 && !Standings.isProtected(standing);
        int action = suspected && Standings.score(standing) >= policy.wishScoreMin()
                ? profile.category(Standings.category(standing))
                : SAYS_NOTHING;
        return action > LABEL && isByFewReports(standing) ? LABEL : action;
    }

    /** What only a few people say, who may be one, labels a call at most. */
    private static boolean isByFewReports(long standing) {
        return Standings.evidenceKind(standing) == REPORTS
                && Standings.evidenceValue(standing) < Evidence.INDEPENDENT_MIN;
    }

    private static int preset(WishProfile profile, CallAttempt call, NumberKind kind) {
        int preset = Preset.ordinalOf(call.caller(), kind);
        return preset < 0 ? SAYS_NOTHING : profile.preset(preset);
    }

    private static int labelScoreMin(Policy policy, NumberKind kind) {
        return policy.labelScoreMin() - (kind.isRisky() ? Policy.RISKY_KIND_BONUS : 0);
    }

    private static boolean isSuspected(long standing, int scoreMin) {
        return standing != 0
                && !Standings.isProtected(standing)
                && Standings.score(standing) >= scoreMin
                && Category.at(Standings.category(standing)).isDecidable();
    }

    private static long described(Rule rule, int action, long standing, NumberKind kind) {
        long verdict = Verdict.of(Action.at(action), rule, kind);
        if (rule == Rule.EMERGENCY && action == LABEL) {
            return Verdict.unverified(verdict);
        }
        return standing == 0 || Standings.isProtected(standing)
                ? verdict
                : Verdict.withSuspicion(
                        verdict,
                        Standings.category(standing),
                        Standings.score(standing),
                        Standings.evidenceKind(standing),
                        Standings.evidenceValue(standing));
    }

    private static long seconds(CallAttempt call) {
        return Math.floorDiv(call.atMillis(), 1000L);
    }
}
