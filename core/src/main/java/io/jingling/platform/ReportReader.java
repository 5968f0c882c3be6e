package io.jingling.platform;

import io.jingling.complaints.Guess;

/** Reads what people write of a call, and says what it may be about. */
public interface ReportReader {
    /** Is sure of nothing. */
    ReportReader UNSURE = text -> Guess.UNSURE;

    /** Never fails and hardly waits; {@link Guess#UNSURE} where it cannot tell. */
    Guess read(String text);
}
