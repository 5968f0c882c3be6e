package io.jingling.records;

import io.jingling.domain.CallRecord;
import io.jingling.domain.CallRecord.Direction;
import io.jingling.domain.CallRecord.Origin;
import io.jingling.domain.CallRecord.ReleasedBy;
import io.jingling.records.CallFormat.Times;
import io.jingling.records.Row.Taken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Kamailio's {@code acc} into calls: an answered INVITE and its BYE make one, a refused INVITE makes
 * one by itself.
 *
 * <p>What it does not record: when the telephone began to ring (the start is that of the answer, the
 * ring is zero), and the trunk. A call of which only one half is in the file is refused, since a length
 * that was made up would look like a robot's short call.
 */
final class KamailioCalls implements Rows<CallRecord> {
    /** Answered calls waited on for their BYE; beyond, the oldest is given up. */
    static final int OPEN_MAX = 100_000;

    private static final List<String> TABLE =
            List.of("method", "from_tag", "to_tag", "callid", "sip_code", "sip_reason", "time", "src_user", "dst_user");
    private static final int HEADER_MAX = 2_000;

    private final Rows<AccEntry> entries;
    private final Instant now;
    private final Map<String, Taken<AccEntry>> open = new LinkedHashMap<>();
    private final Deque<Row<CallRecord>> ready = new ArrayDeque<>();

    private KamailioCalls(Rows<AccEntry> entries, Instant now) {
        this.entries = entries;
        this.now = now;
        advance();
    }

    static Rows<CallRecord> read(InputStream in, Times times) {
        BufferedInputStream peeked = new BufferedInputStream(in);
        return new KamailioCalls(
                isTable(peeked)
                        ? CsvRows.withHeader(
                                peeked,
                                TABLE,
                                Set.copyOf(TABLE),
                                String.join(",", TABLE),
                                cells -> AccEntry.ofTable(cells, times.zone()))
                        : new AccLogRows(peeked),
                times.now());
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty();
    }

    @Override
    public Row<CallRecord> next() {
        if (ready.isEmpty()) {
            throw new NoSuchElementException("a row: got the end of the file, want hasNext() asked before");
        }
        Row<CallRecord> row = ready.removeFirst();
        advance();
        return row;
    }

    @Override
    public void close() {
        entries.close();
    }

    private static boolean isTable(BufferedInputStream peeked) {
        try {
            peeked.mark(HEADER_MAX);
            String head = new String(peeked.readNBytes(HEADER_MAX), StandardCharsets.UTF_8);
            peeked.reset();
            String first = head.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
            return first.contains("method") && first.contains(",");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance() {
        while (ready.isEmpty() && entries.hasNext()) {
            switch (entries.next()) {
                case Row.Refused<AccEntry>(Rejected why) -> ready.add(new Row.Refused<>(why));
                case Taken<AccEntry> taken -> account(taken);
            }
        }
        if (ready.isEmpty() && !open.isEmpty()) {
            giveUpOldest("no BYE behind it in this file");
        }
    }

    private void account(Taken<AccEntry> row) {
        AccEntry entry = row.value();
        if (entry.isBye()) {
            Optional.ofNullable(open.remove(entry.callId()))
                    .ifPresentOrElse(
                            invite -> ready.add(record(invite, Optional.of(entry))),
                            () -> ready.add(refused(row, "no INVITE before it in this file", "the INVITE it ends")));
        } else if (entry.isInvite() && entry.isAnswered()) {
            // The same again is a re-INVITE within the call.
            open.putIfAbsent(entry.callId(), row);
            if (open.size() > OPEN_MAX) {
                giveUpOldest("no BYE among the next " + OPEN_MAX + " answered calls");
            }
        } else if (entry.isInvite() && !entry.isChallenge()) {
            ready.add(record(row, Optional.empty()));
        }
    }

    private void giveUpOldest(String got) {
        String oldest = open.keySet().iterator().next();
        ready.add(refused(open.remove(oldest), got, "the BYE that ends it (join the files it is spread over)"));
    }

    private Row<CallRecord> record(Taken<AccEntry> invite, Optional<AccEntry> bye) {
        return new RowReader<>(cells -> call(invite.value(), bye)).read(invite.line(), invite.raw(), column -> "");
    }

    /** A refused attempt has an id of its own: the same Call-ID may be answered elsewhere later. */
    private CallRecord call(AccEntry invite, Optional<AccEntry> bye) {
        Duration talk = bye.map(end -> Duration.between(invite.at(), end.at())).orElse(Duration.ZERO);
        if (talk.isNegative()) {
            throw new BadField("time", "a BYE before its INVITE", "a BYE behind it");
        }
        CallRecord call = new CallRecord(
                bye.isPresent() ? invite.callId() : invite.callId() + "#" + invite.code(),
                Cells.plausible("time", invite.at(), now),
                invite.caller(),
                invite.callee(),
                Direction.UNKNOWN,
                bye.isPresent(),
                Duration.ZERO,
                talk,
                bye.map(end -> releasedBy(invite, end)).orElse(ReleasedBy.UNKNOWN),
                invite.code() + " " + invite.reason(),
                Origin.UNKNOWN);
        return Cells.over("time", call, now);
    }

    private static ReleasedBy releasedBy(AccEntry invite, AccEntry bye) {
        if (bye.fromTag().equals(bye.toTag())) {
            return ReleasedBy.UNKNOWN;
        }
        if (bye.fromTag().equals(invite.fromTag())) {
            return ReleasedBy.CALLER;
        }
        return bye.fromTag().equals(invite.toTag()) ? ReleasedBy.CALLEE : ReleasedBy.UNKNOWN;
    }

    private static Row<CallRecord> refused(Taken<AccEntry> row, String got, String want) {
        return new Row.Refused<>(new Rejected(row.line(), "call", got, want, CsvRecords.clipped(row.raw())));
    }
}
