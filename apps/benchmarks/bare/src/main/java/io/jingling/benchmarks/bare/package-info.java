/** A Quarkus application with one endpoint, the anchor beside which HTTP screening is measured. */
package io.jingling.benchmarks.bare;
