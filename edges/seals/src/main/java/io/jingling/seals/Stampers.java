package io.jingling.seals;

import io.jingling.evidence.Hash;
import io.jingling.evidence.Stamping;
import io.jingling.evidence.Timestamp;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.LongAdder;

/** All time stamping authorities that are asked, one after the other. One that fails is said in the log, and left out. */
public final class Stampers implements Stamping, AutoCloseable {
    /** The short name of our own authority, which is not independent. */
    public static final String LOCAL = "local";

    private static final System.Logger LOG = System.getLogger(Stampers.class.getName());
    private static final int NAME_MAX = 60;

    private final SecureRandom random = new SecureRandom();
    private final SequencedMap<String, TimestampAuthority> authorities;
    private final LongAdder failures = new LongAdder();

    private Stampers(SequencedMap<String, TimestampAuthority> authorities) {
        this.authorities = authorities;
    }

    /** Our own, and no other. */
    public static Stampers local(TimestampAuthority own) {
        SequencedMap<String, TimestampAuthority> one = new LinkedHashMap<>();
        one.put(LOCAL, own);
        return new Stampers(one);
    }

    /** Those at these URLs, named by their hosts. */
    public static Stampers at(List<URI> urls) {
        SequencedMap<String, TimestampAuthority> all = new LinkedHashMap<>();
        for (URI url : urls) {
            String host = url.getHost().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            String name = host.substring(0, Math.min(NAME_MAX, host.length()));
            String free = name;
            for (int more = 2; all.containsKey(free); more++) {
                free = name + "-" + more;
            }
            all.put(free, new TimestampClient(url));
        }
        return new Stampers(all);
    }

    @Override
    public List<Stamped> over(byte[] content) {
        List<Stamped> stamps = new ArrayList<>();
        for (Map.Entry<String, TimestampAuthority> one : authorities.entrySet()) {
            try {
                byte[] reply = Timestamps.over(content, one.getValue(), random);
                stamps.add(new Stamped(one.getKey(), said(reply, content), reply));
            } catch (SealFailure failure) {
                failures.increment();
                LOG.log(System.Logger.Level.WARNING, "evidence: " + failure.getMessage() + "; left out");
            }
        }
        return List.copyOf(stamps);
    }

    private static Instant said(byte[] reply, byte[] content) {
        return switch (TimestampReply.check(reply, Hash.sha256(content), List.of())) {
            case Timestamp.Refused(String reason) -> throw new SealFailure(SealFailure.Category.AUTHORITY, reason);
            case Timestamp.Unknown unknown -> unknown.at();
            case Timestamp.Believed believed -> believed.at();
        };
    }

    /** How many requests had no answer that is a timestamp. */
    public long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        for (TimestampAuthority one : authorities.values()) {
            if (one instanceof TimestampClient client) {
                client.close();
            }
        }
    }
}
