package io.jingling.detection;

import io.jingling.domain.Action;

/**
 * From which log-odds on a call is rejected, challenged or labelled.
 *
 * @param reject not below {@code challenge}
 * @param challenge not below {@code label}
 * @param label the least
 */
public record Thresholds(float reject, float challenge, float label) {
    public Thresholds {
        if (!(reject >= challenge && challenge >= label)) {
            throw new IllegalArgumentException("thresholds: got reject " + reject + ", challenge " + challenge
                    + ", label " + label + ", want each at least the next");
        }
    }

    public Action action(float logOdds) {
        if (logOdds >= reject) {
            return Action.REJECT;
        }
        if (logOdds >= challenge) {
            return Action.CHALLENGE;
        }
        return logOdds >= label ? Action.LABEL : Action.PASS;
    }
}
