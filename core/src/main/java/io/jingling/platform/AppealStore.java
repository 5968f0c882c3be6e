package io.jingling.platform;

import io.jingling.complaints.Appeal;
import io.jingling.complaints.CaseNumber;
import io.jingling.domain.Label;
import io.jingling.domain.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** Keeps appeals. Changes are durable on return, and throw {@link StoreFailure} where they are not. */
public interface AppealStore {
    /** In place of the one with the same number, with what is to be learned from it. */
    void save(Appeal appeal, List<Label> labels);

    Optional<Appeal> find(CaseNumber number);

    /** All about a number, the last first. */
    List<Appeal> about(PhoneNumber number);

    /** The first first; only open ones, or all. */
    List<Appeal> list(boolean isOpen, int limit);
}
