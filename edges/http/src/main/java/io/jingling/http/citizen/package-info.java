/**
 * The pages of who was called: reporting a call in three taps, and what becomes of it. Nobody sees anything of another.
 */
package io.jingling.http.citizen;
