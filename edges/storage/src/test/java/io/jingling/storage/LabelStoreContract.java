package io.jingling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.Label.About;
import io.jingling.domain.Label.By;
import io.jingling.domain.Label.Claim;
import io.jingling.domain.Label.Source;
import io.jingling.platform.LabelStore;
import io.jingling.platform.LabelStore.Appended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of labels keeps to. */
abstract class LabelStoreContract {
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00.000005Z");

    /** An empty one. */
    abstract LabelStore store();

    @Test
    void allLabelsComeBackAsTheyWent() {
        LabelStore store = store();
        List<Label> labels = List.of(
                label(3, Claim.HARASSMENT, "b7f2"),
                label(3, Claim.WITHDRAWN, "b7f2"),
                new Label(
                        new About.OfCall("sip-4711@switch 您好"),
                        Claim.LEGIT_TRADE,
                        Optional.empty(),
                        new By(Source.OFFICER, ""),
                        AT));
        assertThat(store.append(labels)).isEqualTo(new Appended(3, 0));
        assertThat(all(store)).containsExactlyInAnyOrderElementsOf(labels);
    }

    @Test
    void aLabelThatIsThereAlreadyChangesNothing() {
        LabelStore store = store();
        assertThat(store.append(labels(0, 3_000))).isEqualTo(new Appended(3_000, 0));
        assertThat(store.append(labels(2_990, 3_010))).isEqualTo(new Appended(10, 10));
        assertThat(store.append(List.of(label(3_020, Claim.BENIGN, "a"), label(3_020, Claim.BENIGN, "a"))))
                .isEqualTo(new Appended(1, 1));
        assertThat(all(store)).hasSize(3_011);
    }

    @Test
    void anotherPersonOrAnotherWordIsAnotherLabel() {
        LabelStore store = store();
        store.append(List.of(label(3, Claim.HARASSMENT, "b7f2")));
        assertThat(store.append(List.of(label(3, Claim.HARASSMENT, "b7f3"), label(3, Claim.BENIGN, "b7f2"))))
                .isEqualTo(new Appended(2, 0));
    }

    @Test
    void nothingIsAddedOutOfNothing() {
        assertThat(store().append(List.of())).isEqualTo(new Appended(0, 0));
    }

    private static List<Label> all(LabelStore store) {
        List<Label> all = new ArrayList<>();
        store.readAll(all::add);
        return all;
    }

    private static List<Label> labels(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> label(i, Claim.HARASSMENT, "r" + i % 7))
                .toList();
    }

    static Label label(int number, Claim claim, String who) {
        return new Label(
                new About.OfNumber(Numbers.mobile(number)),
                claim,
                Optional.of(Category.LOANS),
                new By(Source.REPORTER, who),
                AT);
    }
}
