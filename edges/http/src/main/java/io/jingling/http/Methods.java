package io.jingling.http;

import java.util.List;
import java.util.Map;

/** Which methods a path takes: RFC 9110 §15.5.6 wants a 405 to say so, and the framework does not know. */
final class Methods {
    private static final Map<String, List<String>> OF_PATH = Map.ofEntries(
            Map.entry("/v1/campaigns", List.of("GET")),
            Map.entry("/v1/campaigns/[^/]+", List.of("GET")),
            Map.entry("/v1/models", List.of("GET", "POST")),
            Map.entry("/v1/models/[^/]+/preview", List.of("GET")),
            Map.entry("/v1/models/current/drift", List.of("GET")),
            Map.entry("/v1/releases", List.of("GET", "POST")),
            Map.entry("/v1/releases/[^/]+", List.of("GET")),
            Map.entry("/v1/accesses", List.of("GET")),
            Map.entry("/v1/ranges", List.of("GET", "PUT")),
            Map.entry("/v1/ranges/(?!preview$)[^/]+", List.of("DELETE")),
            Map.entry("/evidence/.+", List.of("GET")),
            Map.entry("/v1/bundles/trust", List.of("GET")),
            Map.entry("/v1/evidence/[^/]+/proof", List.of("GET")),
            Map.entry("/v1/subscribers/[^/]+/evidence", List.of("DELETE")),
            Map.entry("/v1/reports", List.of("GET", "POST")),
            Map.entry("/v1/reports/(?!sms$|import$)[^/]+", List.of("GET")),
            Map.entry("/v1/cases", List.of("GET")),
            Map.entry("/v1/cases/[^/]+", List.of("GET")),
            Map.entry("/v1/cases/[^/]+/files/[^/]+", List.of("GET")),
            Map.entry("/v1/appeals", List.of("GET", "POST")),
            Map.entry("/v1/appeals/[^/]+", List.of("GET")),
            Map.entry("/v1/statistics", List.of("GET")),
            Map.entry("/v1/statistics/(file|open|made)", List.of("GET")),
            Map.entry("/v1/statistics/made/[^/]+", List.of("GET")),
            Map.entry("/v1/statistics/namings", List.of("GET", "POST")),
            Map.entry("/v1/keys", List.of("GET", "POST")),
            Map.entry("/v1/keys/[^/]+", List.of("DELETE")),
            Map.entry("/v1/subscribers/[^/]+/wishes", List.of("GET", "PUT")),
            Map.entry("/v1/subscribers/[^/]+/calls", List.of("GET")),
            Map.entry("/v1/decisions", List.of("GET")),
            Map.entry("/v1/stats", List.of("GET")));
    private static final List<String> USUAL = List.of("POST");

    private Methods() {}

    static List<String> of(String path) {
        return OF_PATH.entrySet().stream()
                .filter(one -> path.matches(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(USUAL);
    }
}
