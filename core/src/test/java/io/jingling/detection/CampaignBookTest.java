package io.jingling.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.detection.CampaignView.Event;
import io.jingling.domain.CallRecord;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignBookTest {
    private static final int CAMPAIGN = 7;
    private static final Instant EVENING = MadeUpCalls.START.plusSeconds(36_000);

    private final CampaignBook book = new CampaignBook(10);

    @Test
    void aTimelineIsInTheOrderInWhichCallsBeganAlsoWhereTheirEndsWereToldOtherwise() {
        book.changed(call("17012340001", 0), Change.founded(CAMPAIGN));
        book.changed(call("17012340003", 40), Change.joined(CAMPAIGN));
        book.changed(call("17012340002", 15), Change.joined(CAMPAIGN));
        suspected("17012340001", 0);
        CampaignView only = book.latest(EVENING, 1, 10).getFirst();
        assertThat(book.find(only.id(), EVENING).orElseThrow().timeline())
                .extracting(Event::at)
                .containsExactly(at(0), at(15), at(40));
    }

    @Test
    void aGroupWhoseCallsNobodySuspectsIsNotListed() {
        Sighting seen = sighting("17012340001", 0);
        book.counted(seen, CAMPAIGN, 0.2f);
        assertThat(book.latest(EVENING, 1, 10)).isEmpty();
        book.counted(seen, CAMPAIGN, 0.4f);
        assertThat(book.latest(EVENING, 1, 10)).hasSize(1);
    }

    @Test
    void aFullBookForgetsCampaignsOfOneNumberFirst() {
        suspected("17012340001", 0);
        book.counted(sighting("17012340002", 0), CAMPAIGN, 1);
        for (int i = 1; i <= 10; i++) {
            book.counted(sighting("1701234100" + i % 10, i), CAMPAIGN + i, 1);
        }
        assertThat(book.latest(EVENING, 1, 20)).hasSize(10);
        assertThat(book.latest(EVENING, 2, 20))
                .extracting(CampaignView::founded)
                .containsExactly(at(0));
    }

    private void suspected(String caller, int second) {
        book.counted(sighting(caller, second), CAMPAIGN, 1);
    }

    private static Sighting sighting(String caller, int second) {
        Sighting seen = new Sighting(Optional.empty());
        seen.call = call(caller, second);
        return seen;
    }

    private static CallRecord call(String caller, int second) {
        return MadeUpCalls.missed("c" + caller + second, at(second), caller, "13700100001", "line");
    }

    private static Instant at(int second) {
        return MadeUpCalls.START.plusSeconds(second);
    }
}
