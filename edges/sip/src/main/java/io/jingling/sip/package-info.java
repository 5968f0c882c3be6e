/**
 * The SIP edge: a redirect dip that any session border controller can ask before a telephone rings.
 *
 * <p>A stateless UAS (RFC 3261 §8.2.7): an INVITE is read where it lies, one {@link
 * io.jingling.sip.CallScreener} decides, and the answer is a 302, 404, 603 or 608. {@link
 * io.jingling.sip.SipEdge} is the way in; docs/reference/sip.md states every rule with its RFC.
 */
package io.jingling.sip;
