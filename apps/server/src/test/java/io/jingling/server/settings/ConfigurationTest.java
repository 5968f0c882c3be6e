package io.jingling.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.complaints.Deadlines;
import io.jingling.domain.Rule;
import io.jingling.screening.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyAndDefaultIsPinned() {
        assertThat(Configuration.defaults().lines())
                .containsExactly(
                        "http.host=127.0.0.1",
                        "http.port=8080",
                        "http.tls-certificate=",
                        "http.tls-key=",
                        "sip.host=127.0.0.1",
                        "sip.port=5060",
                        "sip.workers=1",
                        "sip.tls-port=5061",
                        "sip.tls-certificate=",
                        "sip.tls-key=",
                        "sip.next-hop=127.0.0.1:5080",
                        "sip.challenge-hop=",
                        "sip.clean-answer=302",
                        "sip.reject-answer=603",
                        "sip.card-key=",
                        "sip.card-certificate-url=",
                        "sip.card-name=",
                        "sip.card-mail=",
                        "sip.server-name=jingling",
                        "sip.trusted-peers=127.0.0.0/8,::1",
                        "sip.public-number-peers=",
                        "sip.trunks=",
                        "sip.queue=4096",
                        "sip.deadline-ms=50",
                        "sip.connections-max=1024",
                        "sip.idle-seconds=600",
                        "database.url=",
                        "database.user=jingling",
                        "database.password-file=",
                        "decisions.journal-bytes-max=8589934592",
                        "decisions.written-per-second-max=100000",
                        "evidence.origin=",
                        "evidence.sm2=true",
                        "evidence.tsa=",
                        "evidence.stamp-minutes=60",
                        "evidence.witnesses=",
                        "evidence.witness-seconds=10",
                        "custody.answer-hours=72",
                        "custody.read-hours=24",
                        "retention.decisions-days=90",
                        "retention.call-records-days=30",
                        "retention.labels-days=1096",
                        "retention.openings-days=1096",
                        "retention.releases-days=183",
                        "retention.accesses-days=1096",
                        "retention.cases-days=1096",
                        "retention.appeals-days=1096",
                        "retention.reporters-days=183",
                        "screening.black-list-score-min=90",
                        "screening.wish-score-min=50",
                        "screening.label-score-min=70",
                        "screening.shadow=",
                        "screening.off=",
                        "screening.call-back-hours=6",
                        "detection.enabled=true",
                        "detection.model=",
                        "detection.at-ring=true",
                        "detection.lateness-ms=500",
                        "detection.replay-days=14",
                        "detection.hold-out-percent=1",
                        "complaints.routing=",
                        "complaints.holidays=",
                        "complaints.text-model=",
                        "complaints.route-minutes=120",
                        "complaints.route-urgent-minutes=15",
                        "complaints.act-minutes=2880",
                        "complaints.act-bombing-minutes=120",
                        "complaints.act-fraud-minutes=30",
                        "complaints.appeal-answer-minutes=1440",
                        "complaints.appeal-relief-minutes=30",
                        "complaints.appeal-days=3",
                        "sms.url=",
                        "sms.token-file=",
                        "statistics.users=",
                        "statistics.make=true",
                        "statistics.address=");
    }

    @Test
    void theDefaultLimitsOfCasesAreTheStandardOnes() {
        assertThat(Configuration.defaults().settings().complaints().limits()).isEqualTo(Deadlines.Terms.STANDARD);
    }

    @Test
    void theDefaultPolicyIsTheStandardOne() {
        assertThat(Configuration.defaults().settings().policy()).isEqualTo(Policy.STANDARD);
    }

    @Test
    void aFileSaysOtherwiseAndTheCommandLineHasTheLastWord() throws IOException {
        Path file = file(
                "http.port = 9090\nsip.port=5070\nscreening.shadow=preset, quiet-hours\nsip.trusted-peers=10.0.0.0/8, ::1\n");
        Settings settings = Configuration.defaults()
                .with(file)
                .with(Map.of("sip.port", "5080"))
                .settings();
        assertThat(settings.http().port()).isEqualTo(9090);
        assertThat(settings.sip().port()).isEqualTo(5080);
        assertThat(settings.sip().trust().identities()).containsExactly("10.0.0.0/8", "::1");
        assertThat(settings.policy().shadow().rules()).containsExactly(Rule.PRESET, Rule.QUIET_HOURS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        http.prot=1                     | configuration: got unknown key "http.prot", want a known one; the nearest is http.port
        databaseurl=x                   | configuration: got unknown key "databaseurl", want a known one; the nearest is database.url
        http.port=65536                 | http.port: got "65536", want 0 to 65535
        http.port=-1                    | http.port: got "-1", want 0 to 65535
        http.port=99999999999999999999  | http.port: got "99999999999999999999", want 0 to 65535
        sip.workers=many                | sip.workers: got "many", want 1 to 64 (threads)
        sip.clean-answer=200            | sip.clean-answer: got "200", want one of 302, 404
        sip.next-hop=                   | sip.next-hop: got "", want host or host:port
        sip.trusted-peers=somewhere     | sip.trusted-peers: got "somewhere", want addresses or blocks such as 10.0.0.0/8, separated by commas; or nothing
        database.url=jdbc:mysql://h/d   | database.url: got "jdbc:mysql://h/d", want jdbc:postgresql:… without a password, or nothing
        database.url=jdbc:postgresql://h/d?password=hush | database.url: got "***", want jdbc:postgresql:… without a password, or nothing
        database.url=postgresql://me:hush@h/d | database.url: got "***", want jdbc:postgresql:… without a password, or nothing
        detection.enabled=yes           | detection.enabled: got "yes", want one of true, false
        detection.lateness-ms=3600001 | detection.lateness-ms: got "3600001", want 0 to 3600000 (milliseconds)
        evidence.tsa=tsa.example.cn     | evidence.tsa: got "tsa.example.cn", want up to 8 URLs, separated by commas; or nothing
        evidence.witnesses=http://w     | evidence.witnesses: got "http://w", want up to 8 witnesses, each its URL, a space and its vkey, separated by commas; or nothing
        evidence.witnesses=http://w w+00000000+AAA= | evidence.witnesses: verifier key "w+00000000+AAA=": got id 00000000, want 9aaaeda5
        screening.wish-score-min=0      | screening.wish-score-min: got "0", want 1 to 100 (score)
        http.tls-key=k.pem              | http.tls-key: got only one of http.tls-certificate and http.tls-key, want both
        """)
    void whatCannotBeTakenIsRefusedInOneLine(String line, String message) throws IOException {
        Path file = file(line + "\n");
        assertThatThrownBy(() -> Configuration.defaults().with(file).settings())
                .isInstanceOf(BadSetting.class)
                .hasMessage(message);
    }

    @Test
    void aRuleThatMustAlwaysActCannotBeSwitchedOff() throws IOException {
        Path file = file("screening.off=emergency\n");
        assertThatThrownBy(() -> Configuration.defaults().with(file))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("screening.off: got \"emergency\", want none or more");
    }

    @Test
    void aKeyTwiceIsRefused() throws IOException {
        Path file = file("sip.port=1\nsip.port=2\n");
        assertThatThrownBy(() -> Configuration.defaults().with(file))
                .hasMessage("sip.port: got it twice, want it once");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsRefused() throws IOException {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> Configuration.defaults().with(missing))
                .hasMessage("--config: got " + missing + ", which is not there, want a file");
        Path gbk = Files.write(
                folder.resolve("gbk"), "sip.card-name=静铃".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThatThrownBy(() -> Configuration.defaults().with(gbk))
                .hasMessageEndingWith("in another encoding, want UTF-8");
        assertThatThrownBy(() -> Configuration.defaults().with(folder)).isInstanceOf(BadSetting.class);
    }

    @Test
    void whatTheLogShowsHasNoSecrets() throws IOException {
        Path file = file("database.password-file=/etc/secret\nhttp.tls-key=/k.pem\nhttp.tls-certificate=/c.pem\n");
        assertThat(Configuration.defaults().with(file).lines())
                .contains("database.password-file=***", "http.tls-key=***", "http.tls-certificate=/c.pem");
    }

    @Test
    void everySettingSaysWhatItIsFor() {
        assertThat(SettingTable.settings()).allSatisfy(setting -> {
            assertThat(setting.sentence()).endsWith(".").hasSizeGreaterThan(10);
            assertThat(setting.key()).matches("[a-z]+\\.[a-z][a-z0-9-]*");
        });
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("jingling.properties"), List.of(text.split("\n")), StandardCharsets.UTF_8);
    }
}
