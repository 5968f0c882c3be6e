package io.jingling.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Health: a part without which calls are still screened is told as degraded, and fails nothing. */
class Health {
    private final Vitals vitals;

    Health(Vitals vitals) {
        this.vitals = vitals;
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck process() {
        return () -> HealthCheckResponse.up("process");
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck platform() {
        return this::ready;
    }

    private HealthCheckResponse ready() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("platform");
        boolean up = vitals.isReady();
        if (up) {
            for (Vitals.Part part : vitals.parts()) {
                String state = part.isUp() ? "up" : part.isNeeded() ? "down" : "degraded";
                answer.withData(part.name(), state + ": " + part.says());
                up &= part.isUp() || !part.isNeeded();
            }
        }
        return answer.withData("ready", up).status(up).build();
    }
}
