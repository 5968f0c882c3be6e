/**
 * Custody: who may see full numbers, and how long what is kept is kept.
 *
 * <p>One person asks ({@link io.jingling.custody.Release#ask}), another releases or refuses, and only the one who asked reads, for a
 * while. {@link io.jingling.custody.Retention} says for each class of data since when it is still kept. Time is given; nothing is stored.
 */
package io.jingling.custody;
