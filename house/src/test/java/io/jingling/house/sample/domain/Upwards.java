package io.jingling.house.sample.domain;

import io.jingling.house.sample.platform.Top;
import org.assertj.core.api.Assertions;

/** Offends on purpose: a word that knows the platform, and a library. */
public final class Upwards {
    public Object top() {
        return Assertions.assertThat(new Top()).actual();
    }
}
