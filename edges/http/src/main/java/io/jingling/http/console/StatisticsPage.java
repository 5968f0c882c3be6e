package io.jingling.http.console;

import io.jingling.platform.ReviewPrinter;
import io.jingling.platform.ReviewPrinter.Format;
import io.jingling.platform.Statistics;
import io.jingling.platform.StoreFailure;
import io.jingling.statistics.Naming;
import io.jingling.statistics.Period;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 投诉情况盘点 of any month or quarter, its files, and companies that it is to name. */
@Console
@Blocking
@Path("/console/statistics")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class StatisticsPage {
    private static final String HERE = "statistics";
    private static final int UNPROCESSABLE = 422;
    private static final int NAMINGS_SHOWN = 50;

    private final Statistics statistics;
    private final ReviewPrinter printer;
    private final Visit visit;
    private final InstantSource clock;

    StatisticsPage(Statistics statistics, ReviewPrinter printer, Visit visit, InstantSource clock) {
        this.statistics = statistics;
        this.printer = printer;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public Response page(@QueryParam("period") @DefaultValue("") String typed) {
        try {
            return shown(typed.isEmpty() ? current() : Period.parse(typed), "", Response.Status.OK.getStatusCode());
        } catch (IllegalArgumentException none) {
            return shown(current(), visit.words().say("statisticsNoPeriod"), UNPROCESSABLE);
        }
    }

    private Period current() {
        return Period.quarterOf(LocalDate.ofInstant(clock.instant(), Period.CHINA));
    }

    private Response shown(Period period, String problem, int status) {
        Instant now = clock.instant();
        StatisticsView view = StatisticsView.of(
                statistics.review(period, now),
                statistics.namings(NAMINGS_SHOWN),
                statistics.made(NAMINGS_SHOWN),
                visit.session(),
                now,
                problem);
        return Response.status(status)
                .entity(visit.speaking(Pages.statistics(visit.page(HERE), view)))
                .build();
    }

    @GET
    @Path("file")
    @Produces(MediaType.WILDCARD)
    public Response file(
            @QueryParam("period") @DefaultValue("") String typed,
            @QueryParam("format") @DefaultValue("") String format) {
        Period period;
        Format as;
        try {
            period = Period.parse(typed);
            as = Format.of(format);
        } catch (IllegalArgumentException none) {
            return shown(current(), visit.words().say("statisticsNoPeriod"), UNPROCESSABLE);
        }
        Instant now = clock.instant();
        byte[] bytes = printer.print(
                statistics.review(period, now), as, visit.session().key().name(), now);
        return attached(bytes, as.type(), period.word() + "." + as.word());
    }

    @GET
    @Path("open")
    @Produces(MediaType.WILDCARD)
    public Response open(@QueryParam("period") @DefaultValue("") String typed) {
        try {
            Period period = Period.parse(typed);
            return attached(
                    statistics.openData(period, clock.instant()).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Format.CSV.type(),
                    "open-" + period.word() + ".csv");
        } catch (IllegalArgumentException notOver) {
            return shown(current(), visit.words().say("statisticsNotOver"), UNPROCESSABLE);
        }
    }

    /** As it was made when the period was over. */
    @GET
    @Path("made")
    @Produces(MediaType.WILDCARD)
    public Response made(@QueryParam("period") @DefaultValue("") String typed) {
        try {
            Period period = Period.parse(typed);
            return statistics
                    .made(period)
                    .map(one -> attached(
                            one.csv().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            Format.CSV.type(),
                            period.word() + ".csv"))
                    .orElseGet(() -> page(typed));
        } catch (IllegalArgumentException none) {
            return page(typed);
        }
    }

    private static Response attached(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"jingling-" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("namings")
    public Response propose() {
        Form form = visit.form();
        return changed(
                form.text("period"),
                period -> statistics.propose(UUID.randomUUID(), form.text("company"), period, key(), clock.instant()));
    }

    @POST
    @Path("namings/{id}")
    public Response step(@PathParam("id") UUID id) {
        Form form = visit.form();
        return changed(form.text("period"), any -> statistics
                .take(id, new Naming.Step(Naming.Act.of(form.text("step")), clock.instant(), key(), form.text("text")))
                .orElseThrow(
                        () -> new IllegalArgumentException("id: got one that nothing has, want that of a naming")));
    }

    private Response changed(String typed, Function<Period, Naming> change) {
        if (!visit.session().mayChange()) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        Period period;
        try {
            period = Period.parse(typed);
        } catch (IllegalArgumentException none) {
            return page(typed);
        }
        try {
            Period of = change.apply(period).period();
            return Response.seeOther(URI.create("/console/statistics?period=" + of.word() + "#namings"))
                    .build();
        } catch (IllegalArgumentException refused) {
            String said = visit.words().say("namingRefused", String.valueOf(refused.getMessage()));
            return shown(period, said, UNPROCESSABLE);
        }
    }

    private String key() {
        return visit.session().key().id();
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        TemplateInstance problem = Pages.problem(
                visit.page(HERE),
                visit.words().say("storeAwayTitle"),
                visit.words().say("statisticsAway"));
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(visit.speaking(problem))
                .build();
    }
}
