package io.jingling.house.sample.domain;

import io.jingling.house.sample.sip.Sideways;
import io.jingling.house.sample.storage.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Offends on purpose, only in signatures. */
@Tag("sample")
public interface Hidden {
    Neighbour[] neighbours();

    List<Sideways> sideways();
}
