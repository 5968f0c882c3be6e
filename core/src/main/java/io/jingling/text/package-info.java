/**
 * Reads Chinese text: {@link io.jingling.text.Classifier} says what a complaint, an SMS, a listing or a transcript is
 * about, by a model that was learned elsewhere, and which words decided it; {@link io.jingling.text.Mentions} says what is
 * heard in it, by phrases that are written down here. Unsure is an answer.
 */
package io.jingling.text;
