package io.jingling.platform;

import io.jingling.complaints.ReporterId;
import io.jingling.domain.PhoneNumber;
import java.util.Optional;

/** Keeps who is behind a reporter's id, apart from all reports. Only intake asks it. */
public interface ReporterStore {
    /** The same number has the same id; nothing is kept by asking. */
    ReporterId idOf(PhoneNumber number);

    /** The number behind an id; empty where none is kept, such as after it was deleted. */
    Optional<PhoneNumber> numberOf(ReporterId id);
}
