/**
 * A small town that telephones, to be watched on the console: all people and numbers are made up (演示).
 *
 * <p>{@code Town} has the subscribers and their wishes, {@code Actors} those who call them, {@code
 * DayRhythm} when; {@code SipCaller} puts every call through the real SIP edge over UDP. One seed, one
 * town.
 */
package io.jingling.server.demo;
