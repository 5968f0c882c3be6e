package io.jingling.sip;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;

/** Decides calls for this edge. Called on the edge's own threads, so it must not wait. */
public interface CallScreener {
    /** What is done with the call. Whatever it throws, the call passes and is counted. */
    Decision screen(CallAttempt call);

    /** Takes note of a call that could not be decided in time, and says how it goes on: it passes. */
    Decision failOpen(CallAttempt call);
}
