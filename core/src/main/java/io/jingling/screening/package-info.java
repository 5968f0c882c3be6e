/**
 * Decides a call before it rings: {@link io.jingling.screening.Screening#decide}.
 *
 * <p>The rules are looked at in the order of {@code Rule}. They read tables that are written by one
 * thread while any number read: {@link io.jingling.screening.Standings},
 * {@link io.jingling.screening.WishesIndex}, {@link io.jingling.screening.Passes},
 * {@link io.jingling.screening.RefusedCalls}. Two random reads of memory decide a clean call;
 * nothing is allocated.
 */
package io.jingling.screening;
