package io.jingling.domain;

import java.util.List;
import java.util.Optional;

/**
 * What is done with a call, and why.
 *
 * <p>A thin record over a {@link Verdict}: on the call's path it is never more than two numbers, and
 * its sentences are made when somebody asks for them.
 *
 * @param verdict the packed decision
 * @param listVersion which state of standings and wishes it was made from
 */
public record Decision(long verdict, long listVersion) {
    public Action action() {
        return Verdict.action(verdict);
    }

    public Rule rule() {
        return Verdict.rule(verdict);
    }

    public Optional<Category> category() {
        int category = Verdict.category(verdict);
        return category < 0 ? Optional.empty() : Optional.of(Category.at(category));
    }

    public int score() {
        return Verdict.score(verdict);
    }

    public NumberKind kind() {
        return Verdict.kind(verdict);
    }

    public Optional<Evidence> evidence() {
        int kind = Verdict.evidenceKind(verdict);
        return kind < 0
                ? Optional.empty()
                : Optional.of(new Evidence(Evidence.Kind.at(kind), Verdict.evidenceValue(verdict)));
    }

    /** True for a public number on a trunk that may not present it; shown as "号码未核实". */
    public boolean isUnverified() {
        return Verdict.isUnverified(verdict);
    }

    /** Never empty: the rule that decided comes first, then what it looked at, then shadow rules. */
    public List<Reason> reasons() {
        return Explanation.of(this);
    }
}
