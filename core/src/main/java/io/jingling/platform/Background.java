package io.jingling.platform;

/** Does work beside the calls: later, on a thread of its own, one piece after the other. */
public interface Background {
    void run(Runnable work);
}
