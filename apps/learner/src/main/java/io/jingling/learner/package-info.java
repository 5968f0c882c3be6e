/** {@code ./jingling learn} and {@code evaluate}: models are made and measured here, with libraries no server carries. */
package io.jingling.learner;
