package io.jingling.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** Lets actors act, each at its time, the first to ask first. Bounded: two entries an actor and what is due within hours. */
final class Schedule {
    private static final Comparator<Due> ORDER =
            Comparator.comparingLong(Due::at).thenComparingLong(Due::turn);

    private final PriorityQueue<Due> queue = new PriorityQueue<>(ORDER);
    private final long end;
    private long turns;

    /** @param end nobody acts from then on */
    Schedule(long end) {
        this.end = end;
    }

    private record Due(long at, long turn, Actor actor) {}

    long end() {
        return end;
    }

    void add(long at, Actor actor) {
        if (at < end) {
            queue.add(new Due(at, turns++, actor));
        }
    }

    /** Something that is done once. */
    void once(long at, LongConsumer what) {
        add(at, now -> {
            what.accept(now);
            return Actor.NEVER;
        });
    }

    /** @param watcher is told of each time */
    void run(LongConsumer watcher) {
        while (!queue.isEmpty()) {
            Due due = queue.poll();
            watcher.accept(due.at());
            add(due.actor().act(due.at()), due.actor());
        }
    }
}
