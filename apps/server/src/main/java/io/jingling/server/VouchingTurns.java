package io.jingling.server;

import io.jingling.platform.Vouching.Turn;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The turns of one who vouches for the evidence log: counted, and said in the log where something else comes of one than before. */
final class VouchingTurns implements Runnable {
    private static final Logger LOG = Logger.getLogger(VouchingTurns.class);

    private final Tally tally;
    private final String who;
    private final Supplier<Turn> work;
    private String trouble = "";

    /** How often it came off, and how often not. */
    record Tally(LongAdder done, LongAdder failed) {
        Tally() {
            this(new LongAdder(), new LongAdder());
        }
    }

    VouchingTurns(Tally tally, String who, Supplier<Turn> work) {
        this.tally = tally;
        this.who = who;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            switch (work.get()) {
                case Turn.NothingNew nothing -> {}
                case Turn.Done done -> {
                    tally.done().increment();
                    say("");
                }
                case Turn.Refused(String reason) -> fail(reason);
            }
        } catch (RuntimeException away) {
            // No answer, or it cannot be kept: the next turn asks again.
            fail(String.valueOf(away.getMessage()));
        }
    }

    private void fail(String why) {
        tally.failed().increment();
        say(why);
    }

    private void say(String now) {
        if (now.equals(trouble)) {
            return;
        }
        trouble = now;
        if (now.isEmpty()) {
            LOG.info("evidence: " + who + ": vouches again");
        } else {
            LOG.warn("evidence: " + who + ": " + now + "; tried again, entries do not wait for it");
        }
    }
}
