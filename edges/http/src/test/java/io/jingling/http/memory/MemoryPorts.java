package io.jingling.http.memory;

import io.jingling.custody.Terms;
import io.jingling.detection.Capacity;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.domain.Category;
import io.jingling.domain.Evidence;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Standing;
import io.jingling.http.RowFile;
import io.jingling.http.Vitals;
import io.jingling.platform.AccessBook;
import io.jingling.platform.Bundles;
import io.jingling.platform.CallRecordStore;
import io.jingling.platform.CaseStore;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.Issuer;
import io.jingling.platform.KeyStore;
import io.jingling.platform.LabelStore;
import io.jingling.platform.Platform;
import io.jingling.platform.Platform.WishChange;
import io.jingling.platform.Publishing;
import io.jingling.platform.Ranges;
import io.jingling.platform.Releases;
import io.jingling.platform.StandingStore;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.platform.SubscriberStore;
import io.jingling.platform.Watch;
import io.jingling.screening.Policy;
import io.jingling.screening.RangeRules;
import io.jingling.screening.ReportedCallers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The platform over ports on plain maps, for the edge's own tests. */
@Singleton
public class MemoryPorts {
    private final Memory memory;
    private final Decisions decisions;
    private final CustodyMap custody;

    MemoryPorts(Memory memory) {
        this.memory = memory;
        this.decisions = new Decisions(memory);
        this.custody = new CustodyMap(memory);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    MemoryEvidence evidence() {
        return new MemoryEvidence(memory);
    }

    @Produces
    @Singleton
    MemoryVouchers vouchers() {
        return new MemoryVouchers();
    }

    @Produces
    @Singleton
    AccessBook accesses(MemoryEvidence evidence) {
        return new AccessBook(evidence, custody.log());
    }

    @Produces
    @Singleton
    Releases releases(AccessBook book, MemoryEvidence evidence, Watch watch, CaseStore cases) {
        Releases.Sources sources = new Releases.Sources(decisions, cases, watch, evidence);
        return new Releases(custody, book, sources, Terms.STANDARD, UUID::randomUUID);
    }

    @Produces
    @Singleton
    Issuer issuer() {
        return new PlainIssuer();
    }

    @Produces
    @Singleton
    Bundles bundles(CallRecordStore records, Watch watch, Releases releases, AccessBook book, Issuer issuer) {
        return new Bundles(new Bundles.Sources(decisions, records, watch, releases), book, issuer);
    }

    @Produces
    @Singleton
    SubscriberStore subscribers() {
        return new Subscribers(memory);
    }

    @Produces
    @Singleton
    StandingStore standings() {
        return new StandingMap(memory);
    }

    @Produces
    @Singleton
    KeyStore keys() {
        return new KeyMap(memory);
    }

    @Produces
    @Singleton
    DecisionHistory history() {
        return decisions;
    }

    @Produces
    @Singleton
    Platform platform(
            SubscriberStore subscribers,
            StandingStore standings,
            Watch watch,
            RangeRules ranges,
            ReportedCallers reported) {
        return new Platform(
                subscribers,
                standings,
                decisions,
                Platform.Capacity.SMALL,
                Policy.STANDARD,
                watch.or(ranges).or(reported));
    }

    @Produces
    @Singleton
    RangeRules rangesInForce() {
        return new RangeRules();
    }

    @Produces
    @Singleton
    Ranges ranges(RangeRules inForce, Platform platform, CallRecordStore records) {
        return new Ranges(new RangeMap(memory), inForce, platform, records, Runnable::run);
    }

    @Produces
    @Singleton
    CallRecordStore records() {
        return new CallSet(memory);
    }

    @Produces
    @Singleton
    Watch watch() {
        Capacity capacity = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
        return new Watch(new Watch.Terms(capacity, Duration.ofSeconds(5), true), Optional.of(LineModel.MODEL));
    }

    @Produces
    @Singleton
    LabelStore labels() {
        Set<Label> all = new LinkedHashSet<>();
        return new LabelStore() {
            @Override
            public Appended append(List<Label> labels) {
                memory.answer();
                long added = labels.stream().filter(all::add).count();
                return new Appended(added, labels.size() - added);
            }

            @Override
            public void readAll(Consumer<Label> reader) {
                all.forEach(reader);
            }
        };
    }

    @Produces
    @Singleton
    RowFile<Label> labelsFile() {
        return new SimpleRows<>(
                "number,claim,at",
                cells -> new Label(
                        new Label.About.OfNumber(PhoneNumber.parse(cells[0])),
                        Label.Claim.of(cells[1]),
                        Optional.empty(),
                        new Label.By(Label.Source.OFFICER, ""),
                        Instant.parse(cells[2])));
    }

    @Produces
    @Singleton
    Publishing publishing(Watch watch, CallRecordStore records) {
        Capacity capacity = new Capacity(200, 200, 1 << 12, 1 << 10, 1 << 12, 1 << 4);
        return new Publishing(new ModelMap(), watch, Optional.of(LineModel.MODEL), records, Runnable::run, capacity);
    }

    @Produces
    @Singleton
    RowFile<Listed> standingsFile() {
        return new SimpleRows<>(
                "number,category,score,expires",
                cells -> new Listed(
                        PhoneNumber.parse(cells[0]),
                        new Standing.Suspected(
                                Category.of(cells[1]),
                                Integer.parseInt(cells[2]),
                                Evidence.LISTED,
                                Instant.parse(cells[3]))));
    }

    @Produces
    @Singleton
    RowFile<WishChange> wishesFile() {
        return new SimpleRows<>("number,category,action", cells -> {
            Category category = Category.of(cells[1]);
            Action action = Action.of(cells[2]);
            return new WishChange(PhoneNumber.parse(cells[0]), wishes -> {
                if (action == Action.CHALLENGE) {
                    throw new IllegalArgumentException("challenge: got one, want none in this test");
                }
                return wishes.withCategory(category, action);
            });
        });
    }

    @Produces
    @Singleton
    RowFile<CallRecord> callsFile() {
        return new SimpleRows<>(
                "call_id,start_time,caller,callee",
                cells -> new CallRecord(
                        cells[0],
                        Instant.parse(cells[1]),
                        PhoneNumber.parse(cells[2]),
                        PhoneNumber.parse(cells[3]),
                        CallRecord.Direction.UNKNOWN,
                        true,
                        Duration.ZERO,
                        Duration.ZERO,
                        CallRecord.ReleasedBy.UNKNOWN,
                        "",
                        CallRecord.Origin.UNKNOWN));
    }

    @Produces
    @Singleton
    Vitals vitals() {
        return new Vitals() {
            @Override
            public boolean isReady() {
                return !memory.isStarting();
            }

            @Override
            public List<Part> parts() {
                return List.of(
                        new Part("database", !memory.isAway(), false, "a map"), new Part("sip", true, true, "none"));
            }

            @Override
            public List<Measure> measures() {
                return List.of(new Measure(
                        "jingling.kept.decisions", "Decisions kept.", false, List.of(), m -> decisions.lost()));
            }
        };
    }
}
