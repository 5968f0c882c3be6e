/**
 * Evidence on paper: {@link io.jingling.paper.Timeline}, one page of Chinese for an officer, with the font in it.
 *
 * <p>{@link io.jingling.paper.ChineseFont} is looked for on the machine (Debian's fonts-wqy-microhei, which
 * {@code ./dev} installs and whose licence lets it be embedded); where there is none, no page is made, and the bundle says so.
 */
package io.jingling.paper;
