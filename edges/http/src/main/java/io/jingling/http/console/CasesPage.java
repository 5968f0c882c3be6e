package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.Desk;
import io.jingling.complaints.Stage;
import io.jingling.http.console.CasesView.Row;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Facet;
import io.jingling.platform.CaseStore.Matching;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Cases, the last opened first: all, or those that a figure of the statistics counts. */
@Console
@Blocking
@Path("/console/cases")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class CasesPage {
    private static final String HERE = "cases";
    private static final int UNPROCESSABLE = 422;
    private static final int ROWS = 50;
    /** Nothing was reported before. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final CaseStore cases;
    private final Deadlines deadlines;
    private final Visit visit;
    private final InstantSource clock;

    CasesPage(CaseStore cases, Deadlines deadlines, Visit visit, InstantSource clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public Response page(@Context UriInfo uri) {
        Map<String, String> asked = asked(uri.getQueryParameters());
        try {
            return shown(asked, which(asked), "", Response.Status.OK.getStatusCode());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            Which all = new Which(Optional.empty(), Optional.empty(), false, clock.instant());
            return shown(Map.of(), all, visit.words().say("casesNoSuch"), UNPROCESSABLE);
        }
    }

    private static Map<String, String> asked(MultivaluedMap<String, String> query) {
        return query.entrySet().stream()
                .filter(one -> CasesView.FIELDS.contains(one.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
    }

    private Which which(Map<String, String> asked) {
        Map<Facet, String> words = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Optional.ofNullable(asked.get(facet.word())).ifPresent(word -> words.put(facet, word));
        }
        boolean hasTime = asked.containsKey("from") || asked.containsKey("to");
        Instant now = clock.instant();
        LocalDate tomorrow = LocalDate.ofInstant(now, Times.ZONE).plusDays(1);
        Matching matching = words.isEmpty() && !hasTime
                ? Matching.ANY
                : new Matching(day(asked, "from", FIRST), day(asked, "to", tomorrow), words);
        return new Which(
                word(asked, "stage").map(Stage::of),
                word(asked, "desk").map(Desk.Kind::of),
                asked.getOrDefault("open", "").equals("true"),
                word(asked, "before").map(Instant::parse).orElse(now.plusSeconds(1)),
                matching);
    }

    private static Optional<String> word(Map<String, String> asked, String field) {
        return Optional.ofNullable(asked.get(field)).filter(word -> !word.isEmpty());
    }

    private static Instant day(Map<String, String> asked, String field, LocalDate none) {
        return word(asked, field)
                .map(LocalDate::parse)
                .orElse(none)
                .atStartOfDay(Times.ZONE)
                .toInstant();
    }

    private Response shown(Map<String, String> asked, Which which, String problem, int status) {
        Instant now = clock.instant();
        List<Case> found = cases.list(which, ROWS + 1);
        List<Row> rows = found.stream()
                .limit(ROWS)
                .map(one -> Row.of(one, deadlines.next(one), now))
                .toList();
        Optional<Instant> more =
                found.size() > ROWS ? Optional.of(found.get(ROWS - 1).opened()) : Optional.empty();
        return Response.status(status)
                .entity(visit.speaking(Pages.cases(visit.page(HERE), CasesView.of(asked, rows, more, problem))))
                .build();
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        TemplateInstance page = Pages.problem(
                visit.page(HERE),
                visit.words().say("storeAwayTitle"),
                visit.words().say("casesAway"));
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(visit.speaking(page))
                .build();
    }
}
