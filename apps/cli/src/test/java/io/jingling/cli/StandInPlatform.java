package io.jingling.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jingling.domain.CallRecord;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.Platform.WishChange;
import io.jingling.platform.StandingStore.Listed;
import io.jingling.records.CallFormat;
import io.jingling.records.Rejected;
import io.jingling.records.Row;
import io.jingling.records.Rows;
import io.jingling.records.StandingsFile;
import io.jingling.records.WishesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The platform's HTTP interface over maps, on a real socket: what the command line talks to in tests. */
final class StandInPlatform implements AutoCloseable {
    static final String KEY = "secret-of-the-test";

    /** Of no entries, and signed by nobody whom anybody knows. */
    static final String CHECKPOINT = "PeterNeumann\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final int REJECTS_NAMED = 10_000;
    private static final String RANGE_RULE = """
            {"range":"1650023****","numbers":10000,"category":"07","score":95,"weight":55,"reach":"wishes",
            "expires":"2026-12-30T16:00:00Z","inForce":true}
            """;

    private static final String RELEASE = """
            {"id":"r-1","about":"campaign","of":"c-1","caseId":"case 1","stage":"asked","until":"2026-12-01T00:00:00Z",
            "asker":{"name":"王警官","role":"officer"}}
            """;
    private static final String ACCESS = """
            {"at":"2026-11-28T00:00:00Z","step":"read","who":{"name":"王警官","role":"officer"},"what":"campaign c-1",
            "caseId":"case 1","reason":"核查"}
            """;

    final Map<PhoneNumber, Listed> standings = new HashMap<>();
    final Map<PhoneNumber, Wishes> wishes = new HashMap<>();
    final Set<String> calls = new HashSet<>();
    final List<String> requests = new ArrayList<>();
    final List<JsonNode> questions = new ArrayList<>();
    String decision = "{}";
    String rangePreview = "{}";
    int status = 200;

    private final HttpServer server;

    StandInPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int code = known ? status : 401;
        String text = code == 200 ? answerTo(request, body) : "{\"detail\":\"score: got 1**, want 0 to 100\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(bytes.length == 0 ? 204 : code, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String answerTo(String request, byte[] body) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        Instant now = Instant.now();
        return switch (request.replaceAll("\\?.*", "")) {
            case "POST /v1/screen" -> {
                questions.add(Client.JSON.readTree(body));
                yield decision;
            }
            case "POST /v1/standings" -> imported(StandingsFile.read(in, now), row -> standings.put(row.caller(), row));
            case "POST /v1/wishes" -> imported(WishesFile.csv(in, now), this::change);
            case "POST /v1/calls" ->
                imported(
                        CallFormat.GENERIC.read(in, new CallFormat.Times(ZoneOffset.UTC, now)),
                        (CallRecord call) -> calls.add(request + " " + call.callId()));
            case "POST /v1/ranges/preview" -> {
                questions.add(Client.JSON.readTree(body));
                yield rangePreview;
            }
            case "PUT /v1/ranges" -> {
                questions.add(Client.JSON.readTree(body));
                yield RANGE_RULE;
            }
            case "POST /v1/releases" -> {
                questions.add(Client.JSON.readTree(body));
                yield RELEASE;
            }
            case "GET /v1/releases" -> "{\"releases\":[" + RELEASE + "]}";
            case "POST /v1/releases/r-1/release", "POST /v1/releases/r-1/refuse" -> RELEASE;
            case "POST /v1/releases/r-1/numbers" ->
                "{\"release\":\"r-1\",\"numbers\":[\"16500231000\",\"16500231002\"]}";
            case "POST /v1/bundles" -> {
                questions.add(Client.JSON.readTree(body));
                yield "a bundle";
            }
            case "GET /v1/bundles/trust" -> "jingling/trust/v1\n";
            case "GET /v1/accesses" -> "{\"accesses\":[" + ACCESS + "]}";
            case "POST /v1/evidence/7/opening" -> {
                questions.add(Client.JSON.readTree(body));
                yield "{\"kind\":\"wish\",\"parts\":[{\"salt\":\"AA==\",\"content\":\"ZXhhbXBsZQ==\"},{\"salt\":\"\"}]}";
            }
            case "GET /v1/ranges" -> "{\"rules\":[" + RANGE_RULE + "]}";
            case "POST /v1/evidence" -> {
                questions.add(Client.JSON.readTree(body));
                yield "{\"index\":7}";
            }
            case "GET /evidence/checkpoint" -> CHECKPOINT;
            case "GET /v1/evidence/7/proof" -> "c2sp.org/tlog-proof@v1\n";
            case "POST /v1/subscribers/lookup" -> "{\"id\":\"b7f2c1e0\"}";
            case "POST /v1/keys" -> {
                questions.add(Client.JSON.readTree(body));
                yield "{\"id\":\"9f86\",\"role\":\"operator\",\"key\":\"jl-secret\"}";
            }
            case "GET /v1/keys" ->
                "{\"keys\":[{\"id\":\"9f86\",\"name\":\"SBC 3\",\"role\":\"operator\",\"created\":\"2026-11-23T00:00:00Z\"}]}";
            default -> "";
        };
    }

    private void change(WishChange wish) {
        wishes.compute(
                wish.subscriber(), (number, before) -> wish.change().apply(before == null ? Wishes.DEFAULT : before));
    }

    /** As the platform does, it names the first hundred rows that it rejects. */
    private <T> String imported(Rows<T> rows, Consumer<T> keep) {
        List<Rejected> rejects = new ArrayList<>();
        long accepted = 0;
        int before = calls.size();
        while (rows.hasNext()) {
            Row<T> row = rows.next();
            switch (row) {
                case Row.Refused<T>(Rejected why) -> rejects.add(why);
                case Row.Taken<T> taken -> {
                    try {
                        keep.accept(taken.value());
                        accepted++;
                    } catch (IllegalArgumentException limit) {
                        rejects.add(Rejected.of(row, limit));
                    }
                }
            }
        }
        int added = calls.size() - before;
        ObjectNode answer = Client.JSON.createObjectNode();
        answer.put("accepted", accepted).put("added", added).put("known", accepted - added);
        answer.put("rejected", rejects.size());
        rejects.stream().limit(REJECTS_NAMED).forEach(why -> answer.withArray("rejects")
                .addObject()
                .put("line", why.line())
                .put("field", why.field())
                .put("got", why.got())
                .put("want", why.want()));
        return answer.toString();
    }
}
