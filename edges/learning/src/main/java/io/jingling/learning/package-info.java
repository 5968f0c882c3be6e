/**
 * Learns models from calls whose makers are known, with XGBoost and PyTorch, and hands them over in the flat arrays that
 * {@code detection} serves. Runs as a job of its own, never in the server.
 */
package io.jingling.learning;
