/** The platform as one process: reads the configuration, connects core and edges, starts and stops them. */
package io.jingling.server;
