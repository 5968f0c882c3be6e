/**
 * Files in and out: standings, wishes, and the call records of four kinds of switch.
 *
 * <p>A reader never stops at a bad line: each line gives a value or a {@link
 * io.jingling.records.Rejected} that says what was got and wanted. Memory is bounded whatever the file
 * holds: a line and a record have at most {@link io.jingling.records.Lines#BYTES_MAX} bytes. The formats
 * are in docs/reference/files.md and call-records.md.
 */
package io.jingling.records;
