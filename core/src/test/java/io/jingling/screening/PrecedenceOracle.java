package io.jingling.screening;

import io.jingling.domain.Action;
import io.jingling.domain.CallAttempt;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.NumberKind;
import io.jingling.domain.OwnPrefix;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.domain.QuietHours;
import io.jingling.domain.Rule;
import io.jingling.domain.Standing;
import io.jingling.domain.Wishes;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The precedence written down as plainly as it can be, for comparison; slow, and shares no code. */
final class PrecedenceOracle {
    record Ruling(Rule rule, Action action, boolean unverified) {}

    final Map<PhoneNumber, Wishes> wishes = new HashMap<>();
    final Map<PhoneNumber, Standing> standings = new HashMap<>();
    final Map<PhoneNumber, Long> callBackUntil = new HashMap<>();

    Ruling rule(CallAttempt call, Policy policy, boolean secondCall) {
        Wishes own = wishes.getOrDefault(call.callee(), Wishes.DEFAULT);
        Optional<Standing> standing = Optional.ofNullable(standings.get(call.caller()))
                .filter(s -> call.atMillis() < s.expires().toEpochMilli());
        boolean protectedUse =
                standing.filter(s -> s instanceof Standing.Protected).isPresent();
        Optional<Standing.Suspected> suspected =
                standing.filter(s -> s instanceof Standing.Suspected).map(s -> (Standing.Suspected) s);
        int score = suspected.map(Standing.Suspected::score).orElse(-1);
        Optional<Category> category = suspected.map(Standing.Suspected::category);
        boolean decidable = category.filter(c -> c != Category.FORM_CLASS_03).isPresent();
        NumberKind kind = call.caller().kind();
        boolean risky = kind == NumberKind.VIRTUAL_OPERATOR
                || kind == NumberKind.CALL_CENTRE_95
                || kind == NumberKind.SHARED_400;
        Map<Rule, Optional<Action>> says = new EnumMap<>(Rule.class);
        says.put(Rule.EMERGENCY, emergency(call, kind));
        says.put(Rule.SERVICE_OFF, when(!own.on(), Action.PASS));
        says.put(
                Rule.OWN_WHITE_LIST,
                when(own.white().stream().anyMatch(e -> e.number().equals(call.caller())), Action.PASS));
        says.put(
                Rule.OWN_BLACK_LIST,
                when(own.black().stream().anyMatch(e -> e.number().equals(call.caller())), Action.REJECT));
        says.put(Rule.PROTECTED_USE, when(protectedUse, Action.PASS));
        boolean fewReports = suspected
                .map(Standing.Suspected::evidence)
                .filter(e -> e.kind() == Evidence.Kind.REPORTS && e.value() < 10)
                .isPresent();
        says.put(
                Rule.SYSTEM_BLACK_LIST,
                when(decidable && score >= policy.blackListScoreMin() && !fewReports, Action.REJECT));
        boolean counts = score >= policy.wishScoreMin();
        says.put(
                Rule.OWN_CATEGORY,
                category.filter(c -> counts)
                        .map(own.categories()::get)
                        .map(wished -> fewReports && wished.compareTo(Action.LABEL) > 0 ? Action.LABEL : wished));
        says.put(
                Rule.OWN_PREFIX,
                own.prefixes().stream()
                        .filter(p -> call.caller().revealTo(Purpose.TEST).startsWith(p.digits()))
                        .max(Comparator.comparingInt(p -> p.digits().length()))
                        .map(OwnPrefix::action));
        says.put(
                Rule.PRESET,
                own.presets().entrySet().stream()
                        .filter(e -> isUnder(e.getKey().word(), call.caller(), kind))
                        .map(Map.Entry::getValue)
                        .findFirst());
        says.put(
                Rule.DEFAULT_WISH,
                when(
                        decidable && counts,
                        category.filter(c -> c == Category.FRAUD && !fewReports).isPresent()
                                ? Action.REJECT
                                : Action.LABEL));
        says.put(Rule.MODEL, when(decidable && score >= policy.labelScoreMin() - (risky ? 10 : 0), Action.LABEL));
        says.put(Rule.DEFAULT_PASS, Optional.of(Action.PASS));
        for (Rule rule : Rule.values()) {
            Optional<Action> action = says.getOrDefault(rule, Optional.empty());
            if (action.isPresent() && isAwake(rule, policy)) {
                boolean afterPasses = rule.ordinal() > Rule.SECOND_CALL_PASS.ordinal();
                Ruling ruling = new Ruling(rule, action.get(), rule == Rule.EMERGENCY && action.get() == Action.LABEL);
                Optional<Action> quiet = own.quietHours().stream()
                        .filter(q -> isWithin(q, call.atMillis()))
                        .map(QuietHours::action)
                        .findFirst();
                boolean silenced = afterPasses
                        && rule != Rule.PROTECTED_USE
                        && action.get().rings()
                        && isAwake(Rule.QUIET_HOURS, policy)
                        && quiet.filter(q -> q.compareTo(action.get()) > 0).isPresent();
                Ruling last = silenced ? new Ruling(Rule.QUIET_HOURS, quiet.get(), false) : ruling;
                boolean kept = afterPasses && !last.action().rings();
                Optional<Rule> pass = kept ? pass(call, policy, own, secondCall) : Optional.empty();
                return pass.map(p -> new Ruling(p, Action.PASS, false)).orElse(last);
            }
        }
        throw new AssertionError("no rule spoke");
    }

    private static boolean isAwake(Rule rule, Policy policy) {
        return !policy.off().contains(rule) && !policy.shadow().contains(rule);
    }

    private Optional<Rule> pass(CallAttempt call, Policy policy, Wishes own, boolean secondCall) {
        Map<Rule, Boolean> passes = new EnumMap<>(Rule.class);
        passes.put(Rule.CALL_BACK_PASS, call.atMillis() < callBackUntil.getOrDefault(call.callee(), 0L));
        passes.put(Rule.COURIER_PASS, call.atMillis() < own.courierUntil().toEpochMilli());
        passes.put(Rule.SECOND_CALL_PASS, secondCall);
        return passes.entrySet().stream()
                .filter(p -> p.getValue()
                        && !policy.off().contains(p.getKey())
                        && !policy.shadow().contains(p.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Action> emergency(CallAttempt call, NumberKind kind) {
        if (kind == NumberKind.EMERGENCY) {
            return Optional.of(call.publicNumbersEntitled() ? Action.PASS : Action.LABEL);
        }
        return when(call.callee().kind() == NumberKind.EMERGENCY, Action.PASS);
    }

    private static boolean isUnder(String preset, PhoneNumber caller, NumberKind kind) {
        return switch (preset) {
            case "overseas" -> kind == NumberKind.OVERSEAS;
            case "hidden" -> !caller.isKnown();
            case "400" -> kind == NumberKind.SHARED_400;
            default ->
                kind != NumberKind.EMERGENCY && caller.revealTo(Purpose.TEST).startsWith(preset);
        };
    }

    private static boolean isWithin(QuietHours hours, long atMillis) {
        ZonedDateTime at = java.time.Instant.ofEpochMilli(atMillis).atZone(ZoneOffset.ofHours(8));
        LocalTime time = at.toLocalTime();
        if (hours.from().isBefore(hours.to())) {
            return hours.days().contains(at.getDayOfWeek())
                    && !time.isBefore(hours.from())
                    && time.isBefore(hours.to());
        }
        return hours.days().contains(at.getDayOfWeek()) && !time.isBefore(hours.from())
                || hours.days().contains(at.minusDays(1).getDayOfWeek()) && time.isBefore(hours.to());
    }

    private static Optional<Action> when(boolean holds, Action action) {
        return holds ? Optional.of(action) : Optional.empty();
    }
}
