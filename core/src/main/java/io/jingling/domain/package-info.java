/**
 * The words that all rooms speak: numbers, calls, wishes, standings, decisions.
 *
 * <p>Values only. Every record checks itself when it is made; a number prints masked. Nothing here
 * knows a socket, a table or a clock. docs/VOCABULARY.md has each word in Chinese and English.
 */
package io.jingling.domain;
