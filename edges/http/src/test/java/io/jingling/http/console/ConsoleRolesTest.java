package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.Api;
import io.jingling.platform.ApiKey.Role;
import io.jingling.platform.DecisionHistory;
import io.jingling.platform.Platform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every form of the console with every role that gets in, against a table: nobody changes more here than over HTTP. */
@QuarkusTest
class ConsoleRolesTest {
    private static final Set<Role> ALL = Set.of(Role.OPERATOR, Role.OFFICER, Role.AUDITOR);
    private static final Set<Role> WORKING = Set.of(Role.OPERATOR, Role.OFFICER);
    private static final Set<Role> OPERATING = Set.of(Role.OPERATOR);
    /** What only looks, or is the visitor's own, is for all. */
    private static final Map<String, Set<Role>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("/console/log-in", ALL),
            Map.entry("/console/log-out", ALL),
            Map.entry("/console/language", ALL),
            Map.entry("/console/why", ALL),
            Map.entry("/console/rehearse", ALL),
            Map.entry("/console/wishes", ALL),
            Map.entry("/console/wishes/{id}/service", OPERATING),
            Map.entry("/console/wishes/{id}/courier", OPERATING),
            Map.entry("/console/wishes/{id}/settings", OPERATING),
            Map.entry("/console/wishes/{id}/undo", OPERATING),
            Map.entry("/console/wishes/{id}/{colour}/add", OPERATING),
            Map.entry("/console/wishes/{id}/{colour}/paste", OPERATING),
            Map.entry("/console/wishes/{id}/{colour}/remove", OPERATING),
            Map.entry("/console/detection/models/{id}/publish", OPERATING),
            Map.entry("/console/detection/models/rollback", OPERATING),
            Map.entry("/console/statistics/namings", WORKING),
            Map.entry("/console/statistics/namings/{id}", WORKING),
            Map.entry("/console/releases", WORKING),
            Map.entry("/console/releases/{id}/release", WORKING),
            Map.entry("/console/releases/{id}/refuse", WORKING),
            Map.entry("/console/releases/{id}/read", Set.of()),
            Map.entry("/console/cases/find", ALL),
            Map.entry("/console/cases/views", ALL),
            Map.entry("/console/cases/views/remove", ALL),
            Map.entry("/console/cases/{caseNumber}/steps", WORKING),
            Map.entry("/console/appeals/{appealNumber}/steps", WORKING)));

    @Inject
    Visitor visitor;

    @Inject
    Api api;

    @Inject
    Platform platform;

    @Inject
    DecisionHistory history;

    private Visitor.Tab tidier;

    @BeforeEach
    void somebodyIsThereToTidyUp() {
        tidier = visitor.as(Role.OPERATOR);
    }

    @AfterEach
    void nothingWaitsForAnAnswer() {
        Pattern waiting = Pattern.compile("/console/releases/([0-9a-f-]{36})/release");
        waiting.matcher(tidier.get("/console/releases").body())
                .results()
                .forEach(found -> tidier.post("/console/releases/" + found.group(1) + "/refuse", "reason", "r"));
        assertThat(tidier.get("/console/releases").body()).doesNotContainPattern(waiting);
    }

    @Test
    void theTableHasEveryForm() {
        assertThat(forms()).containsExactlyElementsOf(TABLE.keySet());
    }

    @Test
    void eachRoleMayWhatTheTableSays() {
        TABLE.forEach((form, roles) -> {
            for (Role role : ALL) {
                HttpResponse<String> answer = sent(form, role);
                boolean isRefused = answer.statusCode() == 403
                        || answer.body().contains("此角色不能申请或办理")
                        || answer.body().contains("只有申请人可以查看");
                assertThat(isRefused)
                        .as("%s by %s: %s", form, role, answer.statusCode())
                        .isEqualTo(!roles.contains(role));
            }
        });
    }

    @Test
    void anOfficerSeesListsMaskedAsOverHttp() {
        String id = subscriber(visitor.as(Role.OPERATOR));
        visitor.as(Role.OPERATOR).post("/console/wishes/" + id + "/black/add", "number", "13912345678", "note", "邻居");
        assertThat(visitor.as(Role.OPERATOR).get("/console/wishes/" + id).body())
                .contains("13912345678");
        assertThat(visitor.as(Role.OFFICER).get("/console/wishes/" + id).body())
                .contains("139****5678", "邻居", "此处只能查看")
                .doesNotContain("13912345678");
    }

    private HttpResponse<String> sent(String form, Role role) {
        Visitor.Tab tab = visitor.as(role);
        String path = form.replace("{colour}", "black")
                .replace("{caseNumber}", form.contains("{caseNumber}") ? reported() : "")
                .replace("{appealNumber}", form.contains("{appealNumber}") ? appealed() : "")
                .replace("{id}", form.contains("{id}") ? id(form) : "");
        return tab.post(
                path,
                "key",
                form.endsWith("log-in") ? visitor.key(role) : "",
                "number",
                "13912345678",
                "step",
                form.contains("appeal") ? "answer" : "note",
                "text",
                "x",
                "reason",
                "r",
                "caseId",
                "c",
                "about",
                "decision",
                "of",
                decision(),
                "company",
                "某公司",
                "period",
                "2026Q3",
                "name",
                "视图");
    }

    private String id(String form) {
        return form.contains("wishes")
                ? subscriber(visitor.as(Role.OPERATOR))
                : form.contains("releases")
                        ? asked()
                        : form.contains("namings") ? "00000000-0000-0000-0000-000000000001" : "none";
    }

    private static String subscriber(Visitor.Tab operator) {
        String editor = operator.post("/console/wishes", "number", "13700137001")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return editor.substring(editor.lastIndexOf('/') + 1);
    }

    private String reported() {
        String sms = "{\"from\":\"13700137089\",\"text\":\"17012340089*18\"}";
        return api.asOperator("POST", "/v1/reports/sms", sms)
                .json()
                .path("caseNumber")
                .asText();
    }

    private String appealed() {
        return api.asOperator("POST", "/v1/appeals", "{\"number\":\"13712340090\",\"ground\":\"personal\"}")
                .json()
                .path("appealNumber")
                .asText();
    }

    /** By somebody whom nobody here is, and before those who answer had their keys. */
    private String asked() {
        Visitor.Tab officer = visitor.as(Role.OFFICER);
        officer.post("/console/releases", "about", "decision", "of", decision(), "caseId", "c", "reason", "r");
        Matcher found = Pattern.compile("/console/releases/([0-9a-f-]{36})/release")
                .matcher(visitor.as(Role.OPERATOR).get("/console/releases").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String decision() {
        PhoneNumber caller = PhoneNumber.parse("16500231889");
        platform.screen(CallAttempt.of(
                caller, PhoneNumber.parse("13733338889"), Instant.now().toEpochMilli()));
        return Long.toString(
                history.ofCaller(caller, Instant.MIN, Instant.MAX, 1).getFirst().id());
    }

    /** As the classes of this package say. */
    private static Set<String> forms() {
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of("target/classes/io/jingling/http/console"))) {
            Set<String> found = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> type("io.jingling.http.console." + name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(Path.class) && type.isAnnotationPresent(Console.class))
                    .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(POST.class))
                            .forEach(method -> found.add(path(type, method))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String all = type.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return all.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
