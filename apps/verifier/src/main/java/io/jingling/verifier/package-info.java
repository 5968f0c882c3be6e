/**
 * Verifies a bundle offline, in one small jar without the platform: {@code java -jar tlzj-verify.jar FILE.tlzj --trust FILE}.
 *
 * <p>Three verdicts, apart: 完整性, 时间, 来源; never whether what a bundle says is true. docs/reference/bundle.md has the format
 * and the trust file.
 */
package io.jingling.verifier;
