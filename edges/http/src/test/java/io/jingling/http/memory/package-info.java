/** The ports on plain maps, so that the edge is tested by itself. */
package io.jingling.http.memory;
