/**
 * The command line: asks a running platform over HTTP, and sends it files.
 *
 * <p>Exit codes: 0 done, 1 a negative answer, 2 bad input, 3 the world failed. What is asked for goes to
 * standard output, as text or as JSON; progress and complaints go to standard error. Files are read
 * here, so that bad lines can be kept beside them. docs/reference/cli.md has every command.
 */
package io.jingling.cli;
