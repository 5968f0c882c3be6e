/**
 * Connects the features: owns the tables that screening reads, and the ports through which the world
 * is written. Screening never waits for a port; a change is durable first and in force next.
 */
package io.jingling.platform;
