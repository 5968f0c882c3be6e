package io.jingling.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Puts what the process measures before Prometheus. */
@Singleton
class Metrics implements MeterBinder {
    private final Vitals vitals;

    Metrics(Vitals vitals) {
        this.vitals = vitals;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Vitals.Measure measure : vitals.measures()) {
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
