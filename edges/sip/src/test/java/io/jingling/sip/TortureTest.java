package io.jingling.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.sip.Responder.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The torture messages of RFC 4475. {@code -Djingling.write.docs=true} writes the page about them anew. */
class TortureTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().resolve("../../docs/reference/sip-torture.md");
    private static final Pattern VIA = Pattern.compile("(?im)^(?:via|v)\\s*:");

    @Test
    void allFortyNineAreThere() {
        assertThat(Torture.all()).hasSize(49).extracting(Torture::name).doesNotHaveDuplicates();
    }

    @Test
    void eachGetsTheAnswerThatTheRfcAllows() {
        for (Torture torture : Torture.all()) {
            assertThat(got(torture)).as(torture.name()).isEqualTo(torture.answer());
        }
    }

    @Test
    void eachAnswerRepeatsAllVias() {
        for (Torture torture : Torture.all()) {
            String answer = answer(torture);
            if (!answer.isEmpty()) {
                String head = new String(torture.message(), StandardCharsets.ISO_8859_1).split("\r\n\r\n")[0];
                assertThat(VIA.matcher(answer).results().count())
                        .as(torture.name())
                        .isEqualTo(VIA.matcher(head).results().count());
            }
        }
    }

    @Test
    void callerAndCalleeAreReadFromAnOldClientsNumbers() {
        Desk desk = Desk.standard();
        Torture old = Torture.all().getLast();
        desk.answer(old.message(), Arrival.DATAGRAM);
        assertThat(desk.screener.asked().getFirst().caller())
                .isEqualTo(io.jingling.domain.PhoneNumber.parse("+13035551111"));
        assertThat(desk.screener.asked().getFirst().callee())
                .isEqualTo(io.jingling.domain.PhoneNumber.parse("+16505552222"));
    }

    @Test
    void thePageAboutThemIsUpToDate() throws IOException {
        String page = page(Torture.all());
        if (Boolean.getBoolean("jingling.write.docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/reference/sip-torture.md; write it anew with"
                        + " mvn -pl edges/sip -am test -Dtest=TortureTest -Djingling.write.docs=true")
                .isEqualTo(page);
    }

    private static String page(List<Torture> all) {
        StringBuilder page =
                new StringBuilder("# The torture messages of RFC 4475\n\nEach of the 49 messages, as this edge answers"
                        + " it over UDP when every call is clean. The messages are written anew from what the RFC says of each"
                        + " (`edges/sip/src/test/resources/io/jingling/sip/torture.txt`); `TortureTest` sends them and writes this page.\n\n"
                        + "| § | Message | What is odd | Expected | Got | Why |\n|---|---|---|---|---|---|\n");
        for (Torture torture : all) {
            page.append("| ")
                    .append(torture.section())
                    .append(" | `")
                    .append(torture.name())
                    .append("` | ")
                    .append(torture.odd())
                    .append(" | ")
                    .append(torture.answer())
                    .append(" | ")
                    .append(gotLine(torture))
                    .append(" | ")
                    .append(torture.why())
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String got(Torture torture) {
        String answer = answer(torture);
        return answer.isEmpty() ? "dropped" : answer.substring(8, 11);
    }

    private static String gotLine(Torture torture) {
        String answer = answer(torture);
        return answer.isEmpty() ? "dropped" : answer.substring(8, answer.indexOf('\r'));
    }

    private static String answer(Torture torture) {
        return Desk.standard().answer(torture.message(), Arrival.DATAGRAM);
    }
}
