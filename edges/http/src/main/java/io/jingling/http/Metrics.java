package io.jingling.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts what the process measures before Prometheus. */
@Singleton
class Metrics implements MeterBinder {
    // A counter holds what it reads only weakly: forgotten here, it would stand still after a collection.
    private final List<Vitals.Measure> measures;

    Metrics(Vitals vitals) {
        this.measures = vitals.measures();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Vitals.Measure measure : measures) {
            Tags tags = Tags.of(measure.tags().toArray(String[]::new));
            if (measure.counts()) {
                FunctionCounter.builder(measure.name(), measure, measure.value())
                        .description(measure.description())
                        .tags(tags)
                        .register(registry);
            } else {
                Gauge.builder(measure.name(), measure, measure.value())
                        .description(measure.description())
                        .tags(tags)
                        .strongReference(true)
                        .register(registry);
            }
        }
    }
}
