package io.jingling.server.demo;

import java.io.IOException;

/** Puts a call to those who screen it. */
interface Exchange {
    /** Whether it may ring. */
    boolean rings(DemoCall call) throws IOException;
}
