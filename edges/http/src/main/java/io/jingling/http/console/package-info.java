/**
 * The console: pages for an operator, an officer or an auditor, made on the server.
 *
 * <p>A page is a resource that asks the platform, a view record that holds ready sentences, and a
 * template that only places them. Numbers are masked; the full ones are shown only to those who may
 * change a subscriber's own lists, and travel only in the body of a POST. Access fails closed.
 */
package io.jingling.http.console;
