package io.jingling.benchmarks.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** JSON in, JSON out, on the event loop, and nothing decided: what Quarkus itself costs. */
@Path("/v1/screen")
public class Bare {
    /** What the screening endpoint takes. */
    public record Call(String caller, String callee) {}

    /** As much as the smallest useful answer. */
    public record Answer(String action, String rule, String caller) {}

    @POST
    @NonBlocking
    public Answer screen(Call call) {
        return new Answer("pass", "none", call.caller());
    }
}
