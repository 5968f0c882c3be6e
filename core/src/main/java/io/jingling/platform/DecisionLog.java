package io.jingling.platform;

import io.jingling.domain.CallAttempt;

/**
 * Takes note of decisions behind the call.
 *
 * <p>Called on the call's own thread: it must not wait, allocate or throw. Where its bounded queue is
 * full it counts what it could not take.
 */
public interface DecisionLog {
    /**
     * @param call what was decided on
     * @param verdict see {@link io.jingling.domain.Verdict}
     * @param policyVersion the policy's version
     * @param listVersion the state of standings and wishes
     */
    void append(CallAttempt call, long verdict, int policyVersion, long listVersion);

    /** How many could not be taken since the start. */
    long lost();
}
