/**
 * One tap to report, and what becomes of it: {@link io.jingling.complaints.Report}s that people make, in
 * {@link io.jingling.complaints.Case}s that somebody is responsible for, with deadlines, until everybody was told.
 *
 * <p>{@link io.jingling.complaints.Docket} finds the case that a report belongs to, {@link io.jingling.complaints.RoutingTable}
 * who is responsible, {@link io.jingling.complaints.Deadlines} by when, and {@link io.jingling.complaints.Trust} what reports
 * say of a number. Nothing in here knows the number of a reporter.
 */
package io.jingling.complaints;
