package io.jingling.records;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.SubscriberStore.Subscriber;
import io.jingling.records.WishesFile.WishRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Merges wishes row by row into what subscribers have, and saves in batches of bounded size. */
public final class WishesMerge {
    /** Subscribers a batch. */
    public static final int BATCH = 1_000;

    private final Function<PhoneNumber, Wishes> present;
    private final Consumer<List<Subscriber>> save;
    private final Consumer<Rejected> rejects;
    private final Map<PhoneNumber, Wishes> batch = new LinkedHashMap<>();

    /**
     * @param present what a subscriber has now
     * @param save called with each batch; when it returns the batch is kept
     * @param rejects called for each row not taken, in the file's order
     */
    public WishesMerge(
            Function<PhoneNumber, Wishes> present, Consumer<List<Subscriber>> save, Consumer<Rejected> rejects) {
        this.present = present;
        this.save = save;
        this.rejects = rejects;
    }

    /** Reads all rows and closes them. Returns how many were taken. */
    public long merge(Rows<WishRow> rows) {
        long taken = 0;
        try (rows) {
            while (rows.hasNext()) {
                taken += merge(rows.next());
            }
        }
        saveBatch();
        return taken;
    }

    private int merge(Row<WishRow> row) {
        switch (row) {
            case Row.Refused<WishRow>(Rejected why) -> {
                rejects.accept(why);
                return 0;
            }
            case Row.Taken<WishRow>(long line, String raw, WishRow wish) -> {
                return merge(row, wish);
            }
        }
    }

    private int merge(Row<WishRow> row, WishRow wish) {
        PhoneNumber subscriber = wish.subscriber();
        if (batch.size() >= BATCH && !batch.containsKey(subscriber)) {
            saveBatch();
        }
        Wishes before = batch.containsKey(subscriber) ? batch.get(subscriber) : present.apply(subscriber);
        try {
            batch.put(subscriber, wish.change().apply(before));
            return 1;
        } catch (IllegalArgumentException limit) {
            rejects.accept(Rejected.of(row, limit));
            return 0;
        }
    }

    private void saveBatch() {
        if (!batch.isEmpty()) {
            List<Subscriber> subscribers = new ArrayList<>(batch.size());
            batch.forEach((number, wishes) -> subscribers.add(new Subscriber(number, wishes)));
            save.accept(subscribers);
            batch.clear();
        }
    }
}
