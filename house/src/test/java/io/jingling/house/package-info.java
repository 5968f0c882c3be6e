/**
 * Keeps the house in order: who may know whom, which calls are banned, and whether the documents tell
 * the truth.
 *
 * <p>These are ordinary tests over the other modules' compiled classes, sources and pages. Each checker
 * is shown to find a violation before it is trusted to find none.
 */
package io.jingling.house;
