package io.jingling.server;

import io.jingling.domain.Action;
import io.jingling.domain.Rule;
import io.jingling.http.Vitals;
import io.jingling.platform.Platform.Sizes;
import io.jingling.sip.SipCounters;
import io.jingling.storage.Storage.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the process is. Until all is open every measure reads zero. */
final class ProcessVitals implements Vitals {
    @Override
    public boolean isReady() {
        return Starting.isReady();
    }

    @Override
    public List<Part> parts() {
        return Starting.openedAlready().map(ProcessVitals::parts).orElse(List.of());
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (Action action : Action.values()) {
            for (Rule rule : Rule.values()) {
                measures.add(counter(
                        "jingling.decisions",
                        "Decisions made.",
                        List.of("action", action.word(), "rule", rule.id()),
                        opened -> opened.decisions().counted(action, rule)));
            }
        }
        measures.addAll(log());
        measures.addAll(EvidenceMeasures.all());
        measures.addAll(lists());
        measures.addAll(DetectionMeasures.all());
        measures.addAll(DriftMeasures.all());
        measures.addAll(sip());
        return List.copyOf(measures);
    }

    private static List<Part> parts(Composition opened) {
        Health store = opened.storage().health();
        Part database = store.isUp()
                ? new Part("database", true, false, "answers")
                : new Part("database", false, false, "away; calls are decided from memory, decisions are journalled");
        return List.of(
                database,
                new Part("detection", true, false, opened.watching().says()),
                new Part("sip", true, true, "listens on port " + opened.sip().udpPort()));
    }

    private static List<Measure> log() {
        return List.of(
                ofStore("jingling.store.up", "1 while the database answers.", false, store -> store.isUp() ? 1 : 0),
                ofStore(
                        "jingling.journal.bytes",
                        "Decisions on disk on their way to the database, and the newest 16 MB.",
                        false,
                        Health::journalBytes),
                ofStore(
                        "jingling.decisions.lost",
                        "Decisions that neither memory nor journal could take.",
                        true,
                        Health::decisionsLost),
                ofStore("jingling.decisions.written", "Decisions in the database.", true, Health::decisionsWritten),
                ofStore("jingling.journal.failures", "Failed writes to the journal.", true, Health::journalFailures),
                ofStore("jingling.store.failures", "Failed writes to the database.", true, Health::databaseFailures),
                ofStore(
                        "jingling.journal.damaged",
                        "Places of the journal not readable.",
                        true,
                        Health::blocksDamaged));
    }

    private static List<Measure> lists() {
        return List.of(
                ofLists("jingling.standings", "Callers with a standing in memory.", Sizes::standings),
                ofLists("jingling.subscribers", "Subscribers with wishes in memory.", Sizes::subscribers),
                ofLists("jingling.passes", "Passes after help calls and for couriers.", Sizes::passes),
                ofLists("jingling.lists.bytes", "Bytes that the lists hold in memory.", Sizes::bytes));
    }

    private static List<Measure> sip() {
        List<SipCounters.Reading> names = new SipCounters().readings();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            SipCounters.Reading name = names.get(i);
            List<String> tags = name.label().isEmpty() ? List.of() : List.of(name.label(), name.value());
            measures.add(counter(
                    "jingling.sip." + name.name(),
                    "SIP messages: " + name.name().replace('_', ' ') + ".",
                    tags,
                    opened -> opened.sip()
                            .counters()
                            .readings()
                            .get(place)
                            .count()
                            .getAsLong()));
        }
        return measures;
    }

    private static Measure counter(
            String name, String description, List<String> tags, ToDoubleFunction<Composition> value) {
        return new Measure(name, description, true, tags, read(value));
    }

    private static Measure ofStore(String name, String description, boolean counts, ToDoubleFunction<Health> value) {
        return new Measure(
                name,
                description,
                counts,
                List.of(),
                read(opened -> value.applyAsDouble(opened.storage().health())));
    }

    private static Measure ofLists(String name, String description, ToDoubleFunction<Sizes> value) {
        return new Measure(
                name,
                description,
                false,
                List.of(),
                read(opened -> value.applyAsDouble(opened.platform().sizes())));
    }

    static ToDoubleFunction<Vitals.Measure> read(ToDoubleFunction<Composition> value) {
        return measure -> Starting.openedAlready().map(value::applyAsDouble).orElse(0.0);
    }
}
