package io.jingling.server.settings;

import io.jingling.complaints.Deadlines;
import io.jingling.custody.Kept;
import io.jingling.custody.Retention;
import io.jingling.custody.Terms;
import io.jingling.domain.Rule;
import io.jingling.domain.RuleSet;
import io.jingling.evidence.NoteKey;
import io.jingling.screening.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The configuration in force. */
public record Settings(
        Http http,
        Sip sip,
        Database database,
        Decisions decisions,
        Evidence evidence,
        Custody custody,
        Policy policy,
        Detection detection,
        Complaints complaints,
        Reviews statistics,
        Sms sms) {
    /** Where HTTP listens; both files empty: no TLS. */
    public record Http(String host, int port, Path tlsCertificate, Path tlsKey) {
        public boolean isTls() {
            return !tlsCertificate.toString().isEmpty();
        }
    }

    /** The SIP edge. */
    public record Sip(
            String host, int port, int workers, Tls tls, Answers answers, Card card, Trust trust, Limits limits) {
        public record Tls(int port, Path certificate, Path key) {}

        public record Answers(String nextHop, String challengeHop, int clean, int reject, String serverName) {}

        public record Card(Path key, String certificateUrl, String name, String mail) {}

        public record Trust(List<String> identities, List<String> publicNumbers, List<String> trunks) {}

        public record Limits(int queue, Duration deadline, int connections, Duration idle) {}
    }

    /** The database; an empty url means our own in the data directory, which needs no password file. */
    public record Database(String url, String user, Path passwordFile) {
        public boolean isOurOwn() {
            return url.isEmpty();
        }
    }

    /** The decision log. */
    public record Decisions(long journalBytesMax, int writtenPerSecondMax) {}

    /**
     * The evidence log.
     *
     * @param origin empty: the name that it has, or is given at the first start
     * @param authorities for timestamps; none: our own
     */
    public record Evidence(
            String origin,
            boolean sm2,
            List<URI> authorities,
            Duration stampEvery,
            List<Witness> witnesses,
            Duration witnessEvery) {
        /** Who is asked to cosign, and by which key it does. */
        public record Witness(URI url, NoteKey key) {}
    }

    /** Who may see full numbers for how long, and how long what is kept. */
    public record Custody(Terms terms, Retention retention) {}

    /**
     * How callers are judged by what they do.
     *
     * @param model empty: the one that is part of this version
     * @param holdOutPercent of the calls that the model would refuse, how many it may not
     */
    public record Detection(
            boolean enabled, Path model, boolean atRing, Duration lateness, Duration replay, int holdOutPercent) {}

    /**
     * Reports and cases.
     *
     * @param routing empty: the table that is part of this version
     * @param holidays more of them, beside those that are part of this version; may be empty
     * @param textModel what reads descriptions; empty: the shipped one
     * @param limits how long things may take
     */
    public record Complaints(Path routing, Path holidays, Path textModel, Deadlines.Terms limits) {}

    /**
     * Reports of a month or a quarter.
     *
     * @param users how many users carriers have; empty: no rates
     * @param make whether they are made by themselves when their period is over
     * @param address where this console is, for links in files; empty: files have none
     */
    public record Reviews(Path users, boolean make, String address) {}

    /** Messages to citizens; an empty url: none are sent. */
    public record Sms(String url, Path tokenFile) {}

    /** From a whole, checked set of values. */
    static Settings of(Map<String, String> values) {
        Reader read = new Reader(values);
        return new Settings(
                http(read),
                sip(read),
                database(read),
                decisions(read),
                evidence(read),
                custody(read),
                policy(read),
                detection(read),
                complaints(read),
                new Reviews(
                        read.file("statistics.users"), read.yes("statistics.make"), read.text("statistics.address")),
                new Sms(read.text("sms.url"), read.file("sms.token-file")));
    }

    /** What stands between commas. */
    static List<String> items(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Complaints complaints(Reader read) {
        Deadlines.Terms limits = new Deadlines.Terms(
                read.minutes("complaints.route-minutes"),
                read.minutes("complaints.route-urgent-minutes"),
                read.minutes("complaints.act-minutes"),
                read.minutes("complaints.act-bombing-minutes"),
                read.minutes("complaints.act-fraud-minutes"),
                read.minutes("complaints.appeal-answer-minutes"),
                read.minutes("complaints.appeal-relief-minutes"),
                read.whole("complaints.appeal-days"));
        return new Complaints(
                read.file("complaints.routing"),
                read.file("complaints.holidays"),
                read.file("complaints.text-model"),
                limits);
    }

    private static Http http(Reader read) {
        Path certificate = read.file("http.tls-certificate");
        Path key = read.file("http.tls-key");
        if (certificate.toString().isEmpty() != key.toString().isEmpty()) {
            throw new BadSetting("http.tls-key: got only one of http.tls-certificate and http.tls-key, want both");
        }
        return new Http(read.text("http.host"), read.whole("http.port"), certificate, key);
    }

    private static Sip sip(Reader read) {
        return new Sip(
                read.text("sip.host"),
                read.whole("sip.port"),
                read.whole("sip.workers"),
                new Sip.Tls(read.whole("sip.tls-port"), read.file("sip.tls-certificate"), read.file("sip.tls-key")),
                new Sip.Answers(
                        read.text("sip.next-hop"),
                        read.text("sip.challenge-hop"),
                        read.whole("sip.clean-answer"),
                        read.whole("sip.reject-answer"),
                        read.text("sip.server-name")),
                new Sip.Card(
                        read.file("sip.card-key"),
                        read.text("sip.card-certificate-url"),
                        read.text("sip.card-name"),
                        read.text("sip.card-mail")),
                new Sip.Trust(
                        items(read.text("sip.trusted-peers")),
                        items(read.text("sip.public-number-peers")),
                        items(read.text("sip.trunks"))),
                new Sip.Limits(
                        read.whole("sip.queue"),
                        Duration.ofMillis(read.whole("sip.deadline-ms")),
                        read.whole("sip.connections-max"),
                        Duration.ofSeconds(read.whole("sip.idle-seconds"))));
    }

    private static Database database(Reader read) {
        Database database = new Database(
                read.text("database.url"), read.text("database.user"), read.file("database.password-file"));
        if (!database.isOurOwn() && database.passwordFile().toString().isEmpty()) {
            throw new BadSetting(
                    "database.password-file: got nothing beside a database.url, want the file with its password");
        }
        return database;
    }

    private static Decisions decisions(Reader read) {
        return new Decisions(
                Long.parseLong(read.text("decisions.journal-bytes-max")),
                read.whole("decisions.written-per-second-max"));
    }

    private static Evidence evidence(Reader read) {
        return new Evidence(
                read.text("evidence.origin"),
                read.yes("evidence.sm2"),
                items(read.text("evidence.tsa")).stream().map(URI::create).toList(),
                read.minutes("evidence.stamp-minutes"),
                items(read.text("evidence.witnesses")).stream()
                        .map(Settings::witness)
                        .toList(),
                Duration.ofSeconds(read.whole("evidence.witness-seconds")));
    }

    private static Evidence.Witness witness(String item) {
        String[] words = item.split(" +");
        try {
            NoteKey key = NoteKey.of(words[1]);
            if (key.type() != NoteKey.COSIGNATURE) {
                throw new IllegalArgumentException("got a key of type " + key.type() + ", want 4, a witness's");
            }
            return new Evidence.Witness(URI.create(words[0]), key);
        } catch (IllegalArgumentException bad) {
            throw new BadSetting("evidence.witnesses: " + bad.getMessage());
        }
    }

    private static Custody custody(Reader read) {
        Terms terms = new Terms(
                Duration.ofHours(read.whole("custody.answer-hours")),
                Duration.ofHours(read.whole("custody.read-hours")));
        Map<Kept, Integer> days = new EnumMap<>(Kept.class);
        for (Kept kept : Kept.values()) {
            days.put(kept, read.whole(CustodyTable.key(kept)));
        }
        int replay = read.whole("detection.replay-days");
        int records = days.get(Kept.CALL_RECORDS);
        if (replay > records) {
            throw new BadSetting("detection.replay-days: got " + replay + ", want at most "
                    + CustodyTable.key(Kept.CALL_RECORDS) + ", which is " + records);
        }
        return new Custody(terms, new Retention(days));
    }

    private static Detection detection(Reader read) {
        return new Detection(
                read.yes("detection.enabled"),
                read.file("detection.model"),
                read.yes("detection.at-ring"),
                Duration.ofMillis(read.whole("detection.lateness-ms")),
                Duration.ofDays(read.whole("detection.replay-days")),
                read.whole("detection.hold-out-percent"));
    }

    private static Policy policy(Reader read) {
        return new Policy(
                Policy.STANDARD.version(),
                read.whole("screening.black-list-score-min"),
                read.whole("screening.wish-score-min"),
                read.whole("screening.label-score-min"),
                read.rules("screening.shadow"),
                read.rules("screening.off"),
                (int) Duration.ofHours(read.whole("screening.call-back-hours")).toSeconds());
    }

    /** Values that the table has checked. */
    private record Reader(Map<String, String> values) {
        String text(String key) {
            return values.get(key);
        }

        int whole(String key) {
            return Integer.parseInt(values.get(key));
        }

        Duration minutes(String key) {
            return Duration.ofMinutes(whole(key));
        }

        boolean yes(String key) {
            return Boolean.parseBoolean(values.get(key));
        }

        Path file(String key) {
            return Path.of(values.get(key));
        }

        RuleSet rules(String key) {
            return RuleSet.of(items(values.get(key)).stream().map(Rule::of).toArray(Rule[]::new));
        }
    }
}
