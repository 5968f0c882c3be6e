/**
 * Judges callers by what they do: {@link io.jingling.detection.Detection}.
 *
 * <p>Records come in any order, within a stated lateness, and are put in order of time. What a call can be judged by when
 * it begins to ring is told as {@link io.jingling.detection.Feature}s; what it came to is learned when it ends. All memory
 * is bounded: exact small structures for callers, sketches for pairs of numbers.
 */
package io.jingling.detection;
