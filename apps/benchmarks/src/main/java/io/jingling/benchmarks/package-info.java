/** Measures what the platform exists for, beside the limit of the machine. {@code ./dev bench} runs it. */
package io.jingling.benchmarks;
