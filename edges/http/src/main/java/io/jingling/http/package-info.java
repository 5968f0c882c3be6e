/** The HTTP edge: the API under {@code /v1}, health, metrics, and the console's pages. */
package io.jingling.http;
