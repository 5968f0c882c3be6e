package io.jingling.domain;

import java.util.Arrays;
import java.util.List;

/**
 * A set of rules in one {@code int}, as it is asked on every call.
 *
 * @param bits bit n is the rule with ordinal n
 */
public record RuleSet(int bits) {
    public static final RuleSet NONE = new RuleSet(0);

    public static RuleSet of(Rule... rules) {
        int bits = 0;
        for (Rule rule : rules) {
            bits |= 1 << rule.ordinal();
        }
        return new RuleSet(bits);
    }

    public boolean contains(Rule rule) {
        return (bits >>> rule.ordinal() & 1) != 0;
    }

    public List<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(this::contains).toList();
    }
}
