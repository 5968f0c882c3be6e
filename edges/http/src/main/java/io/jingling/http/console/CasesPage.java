package io.jingling.http.console;

import io.jingling.complaints.Case;
import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Deadlines;
import io.jingling.complaints.ReportedNumber;
import io.jingling.domain.PhoneNumber;
import io.jingling.http.console.CasesView.Row;
import io.jingling.platform.CaseStore;
import io.jingling.platform.CaseStore.Place;
import io.jingling.platform.CaseStore.Which;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Officers' list of cases: filtered, in views, searched, as a file. All that a figure of the statistics counts too. */
@Console
@Blocking
@Path(CaseFilter.HERE)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class CasesPage {
    private static final String HERE = "cases";
    private static final int UNPROCESSABLE = 422;
    private static final int ROWS = 50;

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
    public Response page(@Context UriInfo uri, @CookieParam(SavedViews.COOKIE) String saved) {
        CaseFilter filter = CaseFilter.of(uri.getQueryParameters());
        try {
            return shown(filter, SavedViews.of(saved), "", Response.Status.OK.getStatusCode());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            String forgotten = filter.word("search").isPresent() ? "searchForgotten" : "casesNoSuch";
            return shown(CaseFilter.ALL, SavedViews.of(saved), visit.words().say(forgotten), UNPROCESSABLE);
        }
    }

    private Response shown(CaseFilter filter, SavedViews saved, String problem, int status) {
        Instant now = clock.instant();
        Which which = filter.which(now, visit.session()::searched);
        List<Case> found = cases.list(which, ROWS + 1);
        List<Row> rows = found.stream()
                .limit(ROWS)
                .map(one -> Row.of(one, deadlines.next(one), now, visit.words()))
                .toList();
        String more = found.size() > ROWS ? next(filter, which, found.get(ROWS - 1)) : "";
        String about = which.work().about().map(visit.words()::of).orElse("");
        CasesView view = CasesView.of(filter, saved, rows, more, about, problem, visit.words());
        return Response.status(status)
                .entity(visit.speaking(Pages.cases(visit.page(HERE), view)))
                .build();
    }

    private String next(CaseFilter filter, Which which, Case last) {
        Optional<Instant> due = deadlines.next(last).map(Deadline::due);
        return which.work()
                .order()
                .place(last, due)
                .map(Place::word)
                .map(place -> filter.with("after", place).address())
                .orElse("");
    }

    /** All that is listed, masked, as it comes out of the store. */
    @GET
    @Path("list.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@Context UriInfo uri) {
        Instant now = clock.instant();
        Which which;
        try {
            which = CaseFilter.of(uri.getQueryParameters()).which(now, visit.session()::searched);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Response.status(UNPROCESSABLE)
                    .type("text/plain;charset=UTF-8")
                    .entity(visit.words().say("casesNoSuch"))
                    .build();
        }
        // The first rows are read before anything is answered: a store that is away is told as such.
        CasesFile file = CasesFile.begin(cases, deadlines, which, now);
        StreamingOutput output = file::write;
        return Response.ok(output)
                .header("Content-Disposition", "attachment; filename=\"jingling-cases.csv\"")
                .build();
    }

    /** The number comes in the body; from here on it has a name that is nobody's. */
    @POST
    @Path("find")
    public Response find(@CookieParam(SavedViews.COOKIE) String saved) {
        String typed = visit.form().text("text");
        try {
            CaseNumber number = CaseNumber.parse(typed);
            return cases.find(List.of(number)).isEmpty()
                    ? shown(CaseFilter.ALL, SavedViews.of(saved), visit.words().say("caseNone"), UNPROCESSABLE)
                    : Response.seeOther(URI.create(CaseFilter.HERE + "/" + number))
                            .build();
        } catch (IllegalArgumentException noCase) {
            return ofCaller(typed, SavedViews.of(saved));
        }
    }

    private Response ofCaller(String typed, SavedViews saved) {
        try {
            PhoneNumber number = ReportedNumber.read(typed).number();
            if (number.isKnown()) {
                String name = visit.session().search(number);
                return Response.seeOther(URI.create(new CaseFilter(Map.of("search", name)).address()))
                        .build();
            }
        } catch (IllegalArgumentException noNumber) {
            // Said below.
        }
        return shown(CaseFilter.ALL, saved, visit.words().say("searchWhat"), UNPROCESSABLE);
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        TemplateInstance page = Pages.problem(
                visit.page(HERE),
                visit.words().say("storeAwayTitle"),
                visit.words().say("casesAway"));
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(visit.speaking(page))
                .build();
    }
}
