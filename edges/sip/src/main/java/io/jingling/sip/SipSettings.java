package io.jingling.sip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the edge is set up; every part checks itself.
 *
 * @param listen where it listens
 * @param answers what it answers
 * @param trust whom it believes what
 * @param limits how much it takes on
 */
public record SipSettings(Listen listen, Answers answers, Trust trust, Limits limits) {
    /** Loopback, any port, one worker, clean calls to the given hop, nobody trusted. */
    public static SipSettings loopback(String nextHop) {
        return new SipSettings(
                new Listen("127.0.0.1", 0, 0, 1, Tls.OFF), Answers.to(nextHop), Trust.NOBODY, Limits.STANDARD);
    }

    public SipSettings with(Listen other) {
        return new SipSettings(other, answers, trust, limits);
    }

    public SipSettings with(Answers other) {
        return new SipSettings(listen, other, trust, limits);
    }

    public SipSettings with(Trust other) {
        return new SipSettings(listen, answers, other, limits);
    }

    public SipSettings with(Limits other) {
        return new SipSettings(listen, answers, trust, other);
    }

    /**
     * Where it listens.
     *
     * @param host an address or name of this machine
     * @param udpPort 0 for any that is free
     * @param tcpPort 0 for any that is free
     * @param workers threads, each with a UDP socket of its own; 1 to 64
     * @param tls TLS beside them, or {@link Tls#OFF}
     */
    public record Listen(String host, int udpPort, int tcpPort, int workers, Tls tls) {
        public Listen {
            portWithin("udp port", udpPort);
            portWithin("tcp port", tcpPort);
            within("workers", workers, 1, 64);
        }
    }

    /**
     * TLS, by PEM files.
     *
     * @param port 0 for any that is free
     * @param certificate the chain, the server's own first
     * @param key its private key, PKCS #8
     */
    public record Tls(int port, Path certificate, Path key) {
        public static final Tls OFF = new Tls(0, Path.of(""), Path.of(""));

        public Tls {
            portWithin("tls port", port);
        }

        boolean isOn() {
            return !certificate.toString().isEmpty();
        }
    }

    /**
     * What it answers.
     *
     * @param nextHop host and port to which calls that ring go on
     * @param challengeHop host and port to which a caller is sent to show to be human; empty: such
     *     calls are labelled
     * @param clean 302 (to the next hop) or 404 (the asking controller goes on by itself)
     * @param reject 603, or 608 where a card is there
     * @param card what RFC 8688 §3.2 wants a rejected caller to be given, or {@link CallbackCard#NONE}
     * @param serverName the Server header
     */
    public record Answers(
            String nextHop, String challengeHop, int clean, int reject, CallbackCard card, String serverName) {
        private static final Pattern HOP = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
        private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9._/ -]{1,60}");

        public Answers {
            matching("next hop", nextHop, HOP, "host:port");
            if (!challengeHop.isEmpty()) {
                matching("challenge hop", challengeHop, HOP, "host:port");
            }
            matching("server name", serverName, SERVER, "1 to 60 letters, digits or ._/-");
            if (clean != 302 && clean != 404) {
                throw new IllegalArgumentException("clean answer: got " + clean + ", want 302 or 404");
            }
            if (reject != 603 && reject != 608) {
                throw new IllegalArgumentException("reject answer: got " + reject + ", want 603 or 608");
            }
            if (reject == 608 && !card.isThere()) {
                throw new IllegalArgumentException(
                        "reject answer: got 608 without a signed card, want 603, or a key to sign it with (RFC 8688 §3.2)");
            }
        }

        public static Answers to(String nextHop) {
            return new Answers(nextHop, "", 302, 603, CallbackCard.NONE, "jingling");
        }

        private static void matching(String field, String text, Pattern pattern, String want) {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(field + ": got \"" + text + "\", want " + want);
            }
        }
    }

    /**
     * How a caller who was rejected by mistake finds somebody to tell (RFC 8688 §3.2).
     *
     * @param key a P-256 private key, PEM, PKCS #8
     * @param certificateUrl where the certificate to the key is had, https
     * @param name who rejected
     * @param mail where to complain
     */
    public record CallbackCard(Path key, String certificateUrl, String name, String mail) {
        public static final CallbackCard NONE = new CallbackCard(Path.of(""), "", "", "");

        boolean isThere() {
            return !key.toString().isEmpty();
        }
    }

    /**
     * Whom it believes what.
     *
     * @param identities addresses or blocks whose P-Asserted-Identity is believed (RFC 3325 §5)
     * @param publicNumbers addresses or blocks that may present emergency and public numbers
     * @param trunks blocks of addresses and the name that records of their calls have: {@code 192.0.2.0/24=T7}
     */
    public record Trust(List<String> identities, List<String> publicNumbers, List<String> trunks) {
        public static final Trust NOBODY = new Trust(List.of(), List.of());

        /** Without names of trunks. */
        public Trust(List<String> identities, List<String> publicNumbers) {
            this(identities, publicNumbers, List.of());
        }

        public Trust {
            identities = List.copyOf(identities);
            trunks = List.copyOf(trunks);
            trunks.forEach(Trunk::parse);
            publicNumbers = List.copyOf(publicNumbers);
            identities.forEach(one -> AddressRange.parse("trusted-peers", one));
            publicNumbers.forEach(one -> AddressRange.parse("public-number-peers", one));
        }
    }

    /**
     * How much it takes on.
     *
     * @param queue datagrams waiting at each worker, 16 to 65,536; beyond it calls pass undecided
     * @param deadline how long a call may wait to be decided, 1 ms to 10 s; later it passes undecided
     * @param connections TCP and TLS connections at a time, 1 to 100,000
     * @param idle how long a connection may say nothing, 1 s to 1 day
     */
    public record Limits(int queue, Duration deadline, int connections, Duration idle) {
        public static final Limits STANDARD = new Limits(4_096, Duration.ofMillis(50), 1_024, Duration.ofMinutes(10));

        public Limits {
            within("queue", queue, 16, 65_536);
            within("deadline in ms", deadline.toMillis(), 1, 10_000);
            within("connections", connections, 1, 100_000);
            within("idle time in s", idle.toSeconds(), 1, 86_400);
        }
    }

    private static void portWithin(String field, int port) {
        within(field, port, 0, 65_535);
    }

    private static void within(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + ": got " + value + ", want " + min + " to " + max);
        }
    }
}
