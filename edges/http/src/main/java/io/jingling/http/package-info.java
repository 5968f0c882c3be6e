/**
 * The HTTP edge: the API under {@code /v1}, health and metrics under {@code /q}.
 *
 * <p>One class a resource; {@code Problems} turns whatever goes wrong into an RFC 9457 document;
 * {@code Bearer} and {@code KeyRing} let in whoever has a key. What the edge needs from other edges
 * it asks through small ports of its own: {@code RowFile}, {@code Vitals}.
 */
package io.jingling.http;
