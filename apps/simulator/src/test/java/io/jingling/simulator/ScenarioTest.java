package io.jingling.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
    @Test
    void aFileChangesWhatItNamesAndNothingElse() {
        Scenario scenario = Scenario.read("mine", List.of("# mine", "trade.courier.calls-a-day = 5..7  # few", ""));
        assertThat(scenario.range("trade.courier", "calls-a-day")).isEqualTo(new Range(5, 7));
        assertThat(scenario.range("trade.courier", "hours")).isEqualTo(new Range(8, 20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people.calls-a-day = -2 | mine:1: people.calls-a-day: got -2, want 0 to 1000000000, the lower end first
            trade.courier.calls-a-day = 9..3 | mine:1: trade.courier.calls-a-day: got 9..3, want 0 to 1000000000, the lower end first
            people.refuse-share = 1.5 | mine:1: people.refuse-share: got 1.5, want 0 to 1, the lower end first
            trade.courier.hours = 8..25 | mine:1: trade.courier.hours: got 8..25, want 0 to 24, the lower end first
            people.calls-a-day = many | mine:1: people.calls-a-day: got "many", want a number or low..high
            people.calls-a-day = NaN | mine:1: people.calls-a-day: got "NaN", want a number or low..high
            trade.abroad.number = | mine:1: trade.abroad.number: got nothing, want words such as overseas
            trade.courier.call-a-day = 5 | mine:1: trade.courier.call-a-day: got a parameter that is not known, want one such as trade.courier.call-back-share
            nonsense | mine:1: got "nonsense", want: parameter = value
            """)
    void whatCannotBeIsNamedWithItsLine(String line, String message) {
        assertThatThrownBy(() -> Scenario.read("mine", List.of(line))).hasMessage(message);
    }

    @Test
    void aRotationThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Rotation.of("sometimes"))
                .hasMessage("scenario: rotations: got \"sometimes\", want some of none, every-N, daily, health, pool,"
                        + " neighbour-PERCENT, spoof");
        assertThatThrownBy(() -> Rotation.of("every-x")).hasMessageContaining("got \"every-x\"");
    }

    @ParameterizedTest
    @CsvSource({
        "held-out, default",
        "held-out, training",
        "held-out, crowded",
        "unseen, default",
        "unseen, training",
        "unseen, crowded",
        "unseen, held-out",
        "unseen-2, default",
        "unseen-2, training",
        "unseen-2, crowded",
        "unseen-2, held-out",
        "unseen-2, unseen",
        "unseen-3, default",
        "unseen-3, training",
        "unseen-3, crowded",
        "unseen-3, held-out",
        "unseen-3, unseen",
        "unseen-3, unseen-2"
    })
    void whatIsHeldOutWasNeverTrainedIn(String name, String other) {
        Scenario trained = Scenario.named(other).orElseThrow();
        Scenario usual = Scenario.named("default").orElseThrow();
        Scenario heldOut = Scenario.named(name).orElseThrow();
        List<String> overlapping = heldOut.numbers().entrySet().stream()
                .filter(parameter ->
                        !parameter.getValue().equals(usual.numbers().get(parameter.getKey())))
                .filter(parameter ->
                        overlap(parameter.getValue(), trained.numbers().get(parameter.getKey())))
                .map(parameter -> parameter.getKey() + ": " + parameter.getValue())
                .toList();
        assertThat(overlapping).isEmpty();
        assertThat(heldOut.numbers()).isNotEqualTo(trained.numbers());
    }

    private static boolean overlap(Range one, Range other) {
        return one.low() < other.high() && other.low() < one.high();
    }
}
