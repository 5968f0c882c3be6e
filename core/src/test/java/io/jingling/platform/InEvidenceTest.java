package io.jingling.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.Label;
import io.jingling.domain.ListEntry;
import io.jingling.domain.NumberRange;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.RangeRule;
import io.jingling.domain.Wishes;
import io.jingling.evidence.EntryKind;
import io.jingling.platform.LabelStore.Appended;
import io.jingling.platform.SubscriberStore.Subscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What changes is in evidence first, and where it cannot be nothing changes. */
class InEvidenceTest {
    private static final PhoneNumber SUBSCRIBER = PhoneNumber.parse("13700137000");
    private static final PhoneNumber SCHOOL = PhoneNumber.parse("01012345678");
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryRanges rules = new InMemoryRanges();
    private final InMemoryModels models = new InMemoryModels();
    private final List<Label> labels = new ArrayList<>();
    private final SubscriberStore subscribers = new SubscribersInEvidence(stores.subscriberStore, evidence);
    private final RangeStore ranges = new RangesInEvidence(rules, evidence);
    private final ModelStore published = new ModelsInEvidence(models, evidence);
    private final LabelStore said = new LabelsInEvidence(
            new LabelStore() {
                @Override
                public Appended append(List<Label> added) {
                    labels.addAll(added);
                    return new Appended(added.size(), 0);
                }

                @Override
                public void readAll(Consumer<Label> reader) {
                    labels.forEach(reader);
                }
            },
            evidence);

    @Test
    void allOfASubscribersWishesAreSaidAndOnlyTheSubscribersDataTheyAre() {
        Wishes wishes = Wishes.DEFAULT
                .withCategory(Category.LOANS, Action.REJECT)
                .withWhite(List.of(new ListEntry(SCHOOL, "the\nschool")));
        subscribers.save(SUBSCRIBER, wishes);
        assertThat(evidence.texts()).containsExactly("""
                        jingling/wishes/v1
                        subscriber 13700137000
                        service on
                        courier-until 1970-01-01T00:00:00Z
                        category 07 reject
                        white 01012345678
                        note the school
                        """);
        assertThat(evidence.statements.getFirst().kind()).isEqualTo(EntryKind.WISH);
        assertThat(evidence.statements.getFirst().parts().getFirst().about()).containsExactly(SUBSCRIBER);
        assertThat(stores.wishes).containsEntry(SUBSCRIBER, wishes);
    }

    @Test
    void manySubscribersWishesAreAPartEach() {
        subscribers.saveAll(LongStream.range(0, 2_500)
                .mapToObj(i -> new Subscriber(PhoneNumber.parse("1370013" + (1_000 + i)), Wishes.DEFAULT))
                .toList());
        assertThat(evidence.statements)
                .extracting(statement -> statement.parts().size())
                .containsExactly(1_024, 1_024, 452);
        assertThat(stores.wishes).hasSize(2_500);
    }

    @Test
    void labelsSayWhoSaysWhatOfWhom() {
        said.append(List.of(
                new Label(
                        new Label.About.OfNumber(SUBSCRIBER),
                        Label.Claim.HARASSMENT,
                        Optional.of(Category.LOANS),
                        new Label.By(Label.Source.REPORTER, "b7f2"),
                        NOW),
                new Label(
                        new Label.About.OfCall("call-1"),
                        Label.Claim.BENIGN,
                        Optional.empty(),
                        new Label.By(Label.Source.OFFICER, ""),
                        NOW)));
        assertThat(evidence.texts())
                .containsExactly(
                        "jingling/label/v1\nclaim harassment\ncategory 07\nsource reporter\nwho b7f2\n"
                                + "at 2026-11-28T04:00:00Z\nnumber 13700137000\n",
                        "jingling/label/v1\nclaim benign\ncategory \nsource officer\nwho \n"
                                + "at 2026-11-28T04:00:00Z\ncall_id call-1\n");
        assertThat(labels).hasSize(2);
    }

    @Test
    void publicationsAndRollBacksOfModelsSayWhatWasBefore() {
        published.published(List.of("a"));
        published.published(List.of("a", "b"));
        published.published(List.of("a"));
        published.published(List.of());
        assertThat(evidence.texts())
                .containsExactly(
                        "jingling/model/v1\nhow published\nid a\nbefore shipped\n",
                        "jingling/model/v1\nhow published\nid b\nbefore a\n",
                        "jingling/model/v1\nhow rolled-back\nid a\nbefore b\n",
                        "jingling/model/v1\nhow rolled-back\nid shipped\nbefore a\n");
        assertThat(published.published()).isEmpty();
    }

    @Test
    void rangeRulesArePutAndRemovedInEvidence() {
        NumberRange range = NumberRange.parse("1650023****");
        ranges.save(new RangeRule(range, Category.LOANS, 95, NOW));
        assertThat(ranges.remove(range)).isTrue();
        assertThat(evidence.texts())
                .containsExactly(
                        "jingling/range-rule/v1\nhow put\nrange 1650023****\ncategory 07\nscore 95\n"
                                + "expires 2026-11-28T04:00:00Z\n",
                        "jingling/range-rule/v1\nhow removed\nrange 1650023****\n");
    }

    @Test
    void whatCannotBeInEvidenceIsNotDone() {
        evidence.away = true;
        NumberRange range = NumberRange.parse("1650023****");
        rules.rules.put(range, new RangeRule(range, Category.LOANS, 95, NOW));
        List<Runnable> changes = List.of(
                () -> subscribers.save(SUBSCRIBER, Wishes.DEFAULT),
                () -> subscribers.saveAll(List.of(new Subscriber(SUBSCRIBER, Wishes.DEFAULT))),
                () -> said.append(List.of(new Label(
                        new Label.About.OfNumber(SUBSCRIBER),
                        Label.Claim.BENIGN,
                        Optional.empty(),
                        new Label.By(Label.Source.OFFICER, ""),
                        NOW))),
                () -> published.published(List.of("a")),
                () -> ranges.remove(range));
        for (Runnable change : changes) {
            assertThatThrownBy(change::run).isInstanceOf(StoreFailure.class);
        }
        assertThat(stores.wishes).isEmpty();
        assertThat(labels).isEmpty();
        assertThat(models.published()).isEmpty();
        assertThat(rules.rules).hasSize(1);
    }
}
