package io.jingling.evidence;

import java.time.Instant;

/**
 * Something that happened in a case, for the timeline that people read.
 *
 * @param at when, by the clock of who recorded it
 * @param text in a sentence, without anybody's full number that was not released
 */
public record Occurrence(Instant at, String text) {}
