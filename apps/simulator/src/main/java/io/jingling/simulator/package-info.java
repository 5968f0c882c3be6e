/**
 * A town that telephones: people, trades that call many strangers, and campaigns of harassers that change their numbers.
 *
 * <p>Actors act in the order of a schedule, each with random draws of its own, so that one seed gives the same calls on
 * every machine. Parameters come from a scenario. What is told are call records; who made them is told apart.
 */
package io.jingling.simulator;
