package io.jingling.seals;

import io.jingling.evidence.Cosigning.Said;
import java.net.URI;
import java.time.Duration;

/** Any time stamping authority, by its URL (RFC 3161 §3.4). */
public final class TimestampClient implements TimestampAuthority, AutoCloseable {
    private static final Duration TIME_MAX = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final Outside authority;

    public TimestampClient(URI url) {
        this(url, TIME_MAX);
    }

    /** @param timeMax for each whole answer */
    public TimestampClient(URI url, Duration timeMax) {
        this.authority = Outside.of("time stamping authority", url, timeMax);
    }

    @Override
    public byte[] answer(byte[] request) {
        Said answer = authority.post(request, "application/timestamp-query", "application/timestamp-reply");
        if (answer.status() != OK) {
            throw new SealFailure(
                    SealFailure.Category.AUTHORITY,
                    "time stamping authority " + authority.url() + ": got status " + answer.status() + ", want 200");
        }
        return answer.body();
    }

    @Override
    public void close() {
        authority.close();
    }
}
