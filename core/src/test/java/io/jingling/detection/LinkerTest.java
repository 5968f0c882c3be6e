package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who calls three times within an hour is suspected; whoever shares its line and block is like it. */
class LinkerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration EVENING = Duration.ofHours(3);
    private static final float HALF = 0.5f;

    private final List<CallRecord> calls = new ArrayList<>();
    private final List<Change.Kind> changes = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private Instant now = MadeUpCalls.START;

    @Test
    void aCampaignWhoseNumbersAreGoneBeforeTheyAreSuspectedGrowsAllTheSame() {
        call("17012340001", 4, SECOND);
        for (int i = 2; i <= 20; i++) {
            call(String.format("170123400%02d", i), 2, SECOND);
        }
        replay();
        assertThat(changes)
                .startsWith(Change.Kind.FOUNDED)
                .filteredOn(Change.Kind.JOINED::equals)
                .hasSize(19);
        assertThat(numbers.getLast())
                .as("of the campaign that the last call is said to belong to")
                .isEqualTo(20);
    }

    @Test
    void anOfficeThatShowsAnotherNumberEachTimeIsAGroupButNoCampaign() {
        call("17012340001", 4, SECOND);
        for (int i = 2; i <= 20; i++) {
            call(String.format("170123400%02d", i), 6, EVENING);
        }
        replay();
        assertThat(changes).filteredOn(Change.Kind.JOINED::equals).isNotEmpty();
        assertThat(numbers.subList(numbers.size() - 50, numbers.size())).containsOnly(0);
    }

    private void call(String caller, int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            now = now.plus(apart);
            String callee = String.format("137001%05d", calls.size());
            calls.add(MadeUpCalls.missed("c" + calls.size(), now, caller, callee, "line"));
        }
    }

    private void replay() {
        Detection.Listener listener = new Detection.Listener() {
            @Override
            public void rings(Sighting seen) {
                numbers.add(seen.campaign() == 0 ? 0 : seen.campaignNumbers());
            }

            @Override
            public void changed(CallRecord call, Change change) {
                changes.add(change.kind());
            }

            @Override
            public void late(CallRecord call) {
                throw new AssertionError("late: got " + call.callId());
            }
        };
        Detection detection =
                Detection.of(Capacity.TOWN, Duration.ofHours(2), MadeUpModels.ofRateAndLine(HALF), listener);
        calls.forEach(detection::observe);
        detection.finish();
    }
}
