package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.custody.Access;
import io.jingling.custody.Access.Step;
import io.jingling.custody.Person;
import io.jingling.platform.AccessLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every access log keeps to. */
abstract class AccessLogContract {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00.123456Z");
    private static final Person WHO = new Person("a1", "王警官", "officer", NOW);

    /** An empty one. */
    abstract AccessLog log();

    @Test
    void everyStepIsKeptAsItWasAndTheLatestComeFirst() {
        AccessLog log = log();
        List<Access> all = Arrays.stream(Step.values())
                .map(step -> new Access(
                        NOW.plusSeconds(step.ordinal()), step, WHO, "r", "案件 1", "decision 7 (numbers: 1)", "核查"))
                .toList();
        all.forEach(log::add);
        assertThat(log.latest(100)).containsExactlyElementsOf(all.reversed());
        assertThat(log.latest(2)).containsExactly(all.getLast(), all.get(all.size() - 2));
    }

    @Test
    void twoOfOneTimeAreBothKept() {
        AccessLog log = log();
        Access first = new Access(NOW, Step.LISTS, WHO, "", "", "lists", "in the owner's name");
        Access second = new Access(NOW, Step.READ, WHO, "r", "c", "decision 1", "why");
        log.add(first);
        log.add(second);
        assertThat(log.latest(10)).containsExactly(second, first);
    }
}
