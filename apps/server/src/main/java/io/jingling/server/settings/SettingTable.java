package io.jingling.server.settings;

import io.jingling.server.settings.Range.Form;
import io.jingling.server.settings.Range.OneOf;
import io.jingling.server.settings.Range.Rules;
import io.jingling.server.settings.Range.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every setting there is. docs/reference/configuration.md is made from this. */
public final class SettingTable {
    private static final Range PORT = new Whole(0, 65_535);
    private static final Range SCORE = new Whole(1, 100);
    private static final Range HOST = Form.of("[A-Za-z0-9._:%-]{1,255}", "a name or address of this machine");
    static final Range FILE = Form.of(".{0,4096}", "a file, or nothing");
    private static final Range HOP = Form.of("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?", "host or host:port");
    private static final Range HOP_OR_NONE = Form.of("|" + ((Form) HOP).pattern(), "host:port, or nothing");
    private static final Range NETWORKS = Form.of(
            "\\s*|\\s*[0-9a-fA-F.:]+(/\\d{1,3})?(\\s*,\\s*[0-9a-fA-F.:]+(/\\d{1,3})?)*\\s*",
            "addresses or blocks such as 10.0.0.0/8, separated by commas; or nothing");
    private static final Range TRUNKS = Form.of(
            "\\s*|[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*",
            "blocks and names such as 10.0.0.0/8=T7, separated by commas; or nothing");
    static final String URL = "https?://[A-Za-z0-9.:\\[\\]-]+(/[^\\s,]*)?";
    static final Range YES_OR_NO = new OneOf(List.of("true", "false"));
    private static final Range TEXT = Form.of(".{0,200}", "at most 200 characters, or nothing");
    private static final Range JDBC =
            Form.of("|jdbc:postgresql:(?!.*password=).{1,2000}", "jdbc:postgresql:… without a password, or nothing");

    private static final List<Setting> ALL = List.copyOf(all());

    private SettingTable() {}

    /** In the order of the page. */
    public static List<Setting> settings() {
        return ALL;
    }

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        all.addAll(http());
        all.addAll(sip());
        all.addAll(sipTrustAndLimits());
        all.addAll(storage());
        all.addAll(evidence());
        all.addAll(CustodyTable.settings());
        all.addAll(screening());
        all.addAll(detection());
        all.addAll(ComplaintsTable.settings());
        Map<String, Setting> byKey = new LinkedHashMap<>();
        all.forEach(setting -> byKey.merge(setting.key(), setting, (a, b) -> {
            throw new IllegalStateException("settings: got " + a.key() + " twice, want each once");
        }));
        return List.copyOf(byKey.values());
    }

    private static List<Setting> http() {
        return List.of(
                setting("http.host", "127.0.0.1", "", HOST, "Where HTTP listens; 0.0.0.0 for all addresses."),
                setting("http.port", "8080", "", PORT, "Port of the API and the console; 0 for any free one."),
                setting(
                        "http.tls-certificate",
                        "",
                        "",
                        FILE,
                        "The certificate chain, PEM; with http.tls-key HTTP is TLS only."),
                setting("http.tls-key", "", "", FILE, "The private key to it, PEM, PKCS #8."));
    }

    private static List<Setting> sip() {
        return List.of(
                setting("sip.host", "127.0.0.1", "", HOST, "Where SIP listens; 0.0.0.0 for all addresses."),
                setting("sip.port", "5060", "", PORT, "Port of SIP over UDP and TCP; 0 for any free one."),
                setting(
                        "sip.workers",
                        "1",
                        "threads",
                        new Whole(1, 64),
                        "Threads that answer UDP; one a core at most."),
                setting("sip.tls-port", "5061", "", PORT, "Port of SIP over TLS, where a certificate is given."),
                setting("sip.tls-certificate", "", "", FILE, "The certificate chain, PEM; nothing: no TLS."),
                setting("sip.tls-key", "", "", FILE, "The private key to it, PEM, PKCS #8."),
                setting("sip.next-hop", "127.0.0.1:5080", "", HOP, "Where calls that ring go on, as a 302 says."),
                setting(
                        "sip.challenge-hop",
                        "",
                        "",
                        HOP_OR_NONE,
                        "Where a caller shows to be human; nothing: such calls are labelled."),
                setting(
                        "sip.clean-answer",
                        "302",
                        "",
                        new OneOf(List.of("302", "404")),
                        "The answer to a clean call: 302 to the next hop, or 404 and the asking switch goes on."),
                setting(
                        "sip.reject-answer",
                        "603",
                        "",
                        new OneOf(List.of("603", "608")),
                        "The answer to a rejected call; 608 needs the card (RFC 8688)."),
                setting("sip.card-key", "", "", FILE, "The P-256 key, PEM, that signs the card of a 608."),
                setting("sip.card-certificate-url", "", "", TEXT, "Where the certificate to that key is had; https."),
                setting("sip.card-name", "", "", TEXT, "Who rejected, as the card says."),
                setting("sip.card-mail", "", "", TEXT, "Where a caller complains, as the card says."),
                setting(
                        "sip.server-name",
                        "jingling",
                        "",
                        Form.of("[A-Za-z0-9._/ -]{1,60}", "1 to 60 letters, digits or ._/-"),
                        "The Server header."));
    }

    private static List<Setting> sipTrustAndLimits() {
        return List.of(
                setting(
                        "sip.trusted-peers",
                        "127.0.0.0/8,::1",
                        "",
                        NETWORKS,
                        "Peers whose P-Asserted-Identity is believed (RFC 3325)."),
                setting(
                        "sip.public-number-peers",
                        "",
                        "",
                        NETWORKS,
                        "Peers that may present emergency and public safety numbers; from others they are labelled."),
                setting(
                        "sip.trunks",
                        "",
                        "",
                        TRUNKS,
                        "Trunks by their peers' addresses, named as in call records; others are unknown."),
                setting(
                        "sip.queue",
                        "4096",
                        "messages",
                        new Whole(16, 65_536),
                        "How many may wait at a worker; beyond it calls pass and are counted."),
                setting(
                        "sip.deadline-ms",
                        "50",
                        "milliseconds",
                        new Whole(1, 10_000),
                        "How long a call may wait to be decided; later it passes and is counted."),
                setting("sip.connections-max", "1024", "connections", new Whole(1, 100_000), "TCP and TLS at a time."),
                setting(
                        "sip.idle-seconds",
                        "600",
                        "seconds",
                        new Whole(1, 86_400),
                        "How long a connection may say nothing."));
    }

    private static List<Setting> storage() {
        return List.of(
                setting(
                        "database.url",
                        "",
                        "",
                        JDBC,
                        "A PostgreSQL of yours; nothing: one is started in the data directory."),
                setting(
                        "database.user",
                        "jingling",
                        "",
                        Form.of("[^\\s]{1,63}", "1 to 63 characters"),
                        "The user that logs in to it."),
                setting(
                        "database.password-file",
                        "",
                        "",
                        FILE,
                        "A file whose first line is the password; needed beside database.url."),
                setting(
                        "decisions.journal-bytes-max",
                        "8589934592",
                        "bytes",
                        new Whole(16L << 20, 1L << 40),
                        "How much is kept on disk of what the database could not take yet."),
                setting(
                        "decisions.written-per-second-max",
                        "100000",
                        "decisions a second",
                        new Whole(100, 1_000_000),
                        "How fast decisions are written, so that they leave the machine to the calls."));
    }

    private static List<Setting> evidence() {
        return List.of(
                setting(
                        "evidence.origin",
                        "",
                        "",
                        Form.of("|[A-Za-z0-9._/-]{1,100}", "1 to 100 letters, digits or ._/-, or nothing"),
                        "The evidence log's name for ever, such as evidence.example.cn; nothing: one is made up at the"
                                + " first start."),
                setting(
                        "evidence.sm2",
                        "true",
                        "",
                        YES_OR_NO,
                        "Whether published checkpoints are signed by SM2 with SM3 too, below Ed25519."),
                setting(
                        "evidence.tsa",
                        "",
                        "",
                        Form.of(upToEight(URL), "up to 8 URLs, separated by commas; or nothing"),
                        "Time stamping authorities (RFC 3161); nothing: one of this machine's own, which is not"
                                + " independent."),
                setting(
                        "evidence.stamp-minutes",
                        "60",
                        "minutes",
                        new Whole(1, 10_080),
                        "How often the newest checkpoint is stamped, where there is a new one."),
                setting(
                        "evidence.witnesses",
                        "",
                        "",
                        Form.of(
                                upToEight(URL + " +[^\\s,+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+"),
                                "up to 8 witnesses, each its URL, a space and its vkey, separated by commas; or nothing"),
                        "Who is asked to cosign checkpoints (C2SP tlog-witness)."),
                setting(
                        "evidence.witness-seconds",
                        "10",
                        "seconds",
                        new Whole(1, 86_400),
                        "How often each witness is asked, where there is something new."));
    }

    /** Separated by commas; may be none. */
    private static String upToEight(String item) {
        return "\\s*|\\s*" + item + "(\\s*,\\s*" + item + "){0,7}\\s*";
    }

    private static List<Setting> screening() {
        return List.of(
                setting(
                        "screening.black-list-score-min",
                        "90",
                        "score",
                        SCORE,
                        "From there a suspected caller is on the system black list and is rejected."),
                setting("screening.wish-score-min", "50", "score", SCORE, "From there a wish for the category acts."),
                setting(
                        "screening.label-score-min",
                        "70",
                        "score",
                        SCORE,
                        "From there a call is labelled where no wish says otherwise."),
                setting("screening.shadow", "", "", new Rules(), "Rules that are tried and recorded but not followed."),
                setting("screening.off", "", "", new Rules(), "Rules that are not looked at."),
                setting(
                        "screening.call-back-hours",
                        "6",
                        "hours",
                        new Whole(0, 168),
                        "How long call-backs ring after somebody dialled an emergency or public line."));
    }

    private static List<Setting> detection() {
        return List.of(
                setting("detection.enabled", "true", "", YES_OR_NO, "Whether callers are judged by what they do."),
                setting(
                        "detection.model",
                        "",
                        "",
                        FILE,
                        "The model that judges; nothing: the one that is part of this version."),
                setting(
                        "detection.at-ring",
                        "true",
                        "",
                        YES_OR_NO,
                        "Whether a call is judged as it rings; false: calls are learned from and nobody is suspected."),
                setting(
                        "detection.lateness-ms",
                        "500",
                        "milliseconds",
                        new Whole(0, 3_600_000),
                        "How long after its end a call's record may arrive; later ones are learned from by and by."),
                setting(
                        "detection.replay-days",
                        "14",
                        "days",
                        new Whole(0, 366),
                        "How far back before the latest call record is read at the start."),
                setting(
                        "detection.hold-out-percent",
                        "1",
                        "percent",
                        new Whole(0, 2),
                        "Of the calls that the model would refuse, how many are labelled instead, to learn from."));
    }

    private static Setting setting(String key, String fallback, String unit, Range range, String sentence) {
        return new Setting(key, fallback, unit, range, sentence);
    }
}
