package io.jingling.platform;

import io.jingling.domain.Label;
import io.jingling.evidence.EntryKind;
import java.util.List;
import java.util.function.Consumer;

/** A label store whose labels are in evidence before they are kept: what cannot be is refused. The same label sent again is in it again. */
public record LabelsInEvidence(LabelStore store, EvidenceKeeper keeper) implements LabelStore {
    @Override
    public Appended append(List<Label> labels) {
        keeper.keep(Statement.all(
                EntryKind.REPORT, labels.stream().map(Testimony::of).toList()));
        return store.append(labels);
    }

    @Override
    public void readAll(Consumer<Label> reader) {
        store.readAll(reader);
    }
}
