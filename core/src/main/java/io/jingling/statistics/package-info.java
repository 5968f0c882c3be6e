/**
 * The quarterly 投诉情况盘点, made so that anybody can recompute it: {@link io.jingling.statistics.Counts} come in, a
 * {@link io.jingling.statistics.Review} goes out, in which every number is a {@link io.jingling.statistics.Figure}.
 *
 * <p>{@link io.jingling.statistics.Shares} sum to 100.0, {@link io.jingling.statistics.Reconciliation} refuses what does not
 * add up, {@link io.jingling.statistics.OpenData} hides what few people make, {@link io.jingling.statistics.Naming} says when a
 * company may be named.
 */
package io.jingling.statistics;
