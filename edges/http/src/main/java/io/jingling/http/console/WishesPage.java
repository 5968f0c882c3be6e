package io.jingling.http.console;

import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.StoreFailure;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a subscriber asked for, seen and changed on the subscriber's behalf. */
@Console
@Blocking
@Path("/console/wishes")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class WishesPage {
    private static final Set<Integer> COURIER_HOURS = Set.of(0, 1, 2, 4);

    private final WishesDesk desk;
    private final WishesProblems problems;
    private final Visit visit;
    private final InstantSource clock;

    WishesPage(WishesDesk desk, WishesProblems problems, Visit visit, InstantSource clock) {
        this.desk = desk;
        this.problems = problems;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public TemplateInstance ask() {
        return visit.speaking(Pages.findSubscriber(visit.page("wishes"), "", ""));
    }

    /** The number comes in the body; from here on it is an opaque id. */
    @POST
    public Response find() {
        Map<String, String> wrong = new HashMap<>();
        String typed = visit.form().text("number");
        Optional<PhoneNumber> number = Numbers.read(typed, "number", visit.words(), wrong);
        return number.map(known -> Response.seeOther(URI.create("/console/wishes/" + desk.idOf(known)))
                        .build())
                .orElseGet(() -> Response.status(422)
                        .entity(visit.speaking(Pages.findSubscriber(visit.page("wishes"), typed, wrong.get("number"))))
                        .build());
    }

    @GET
    @Path("{id}")
    public TemplateInstance editor(@PathParam("id") String id, @QueryParam("said") String said) {
        PhoneNumber number = desk.numberOf(id);
        Toast toast = "undone".equals(said)
                ? new Toast(visit.words().say("undone"), Times.clock(clock.instant()), "")
                : Toast.NONE;
        WishesView view = desk.views(visit, id).editor(id, number, desk.wishesOf(number), clock.instant(), toast);
        return visit.speaking(Pages.wishes(visit.page("wishes"), view));
    }

    @POST
    @Path("{id}/service")
    public TemplateInstance service(@PathParam("id") String id) {
        WishesDesk.mustBeAllowed(visit.session());
        boolean on = visit.form().has("on");
        Wishes now = desk.change(visit.session(), id, wishes -> wishes.switchedOn(on));
        return servicePanel(id, now, visit.words().say(on ? "savedServiceOn" : "savedServiceOff"));
    }

    @POST
    @Path("{id}/courier")
    public TemplateInstance courier(@PathParam("id") String id) {
        WishesDesk.mustBeAllowed(visit.session());
        String hours = visit.form().text("hours");
        int length = hours.matches("[0124]") ? Integer.parseInt(hours) : 0;
        Instant until = COURIER_HOURS.contains(length) && length > 0
                ? clock.instant().plus(Duration.ofHours(length))
                : Instant.EPOCH;
        Wishes now = desk.change(visit.session(), id, wishes -> wishes.withCourierUntil(until));
        return servicePanel(
                id,
                now,
                length == 0
                        ? visit.words().say("savedCourierOver")
                        : visit.words().say("savedCourier", length));
    }

    @POST
    @Path("{id}/settings")
    public Response settings(@PathParam("id") String id) {
        WishesDesk.mustBeAllowed(visit.session());
        SettingsForm form = SettingsForm.read(visit.form(), visit.words());
        Wishes before = desk.wishesOf(desk.numberOf(id));
        String seen = WishesViews.seen(before);
        Map<String, String> wrong = new HashMap<>(form.problems());
        if (!visit.form().text("seen").equals(seen)) {
            wrong.put("form", visit.words().say("changedMeanwhile"));
        }
        if (!wrong.isEmpty()) {
            wrong.putIfAbsent(
                    "form", visit.words().say("formWrong", form.problems().size()));
            return Response.status(422)
                    .entity(visit.speaking(
                            Pages.settings(visit.page("wishes"), form.again(id, seen, views(), wrong), Toast.NONE)))
                    .build();
        }
        Wishes now = desk.change(visit.session(), id, form::in);
        return Response.ok(visit.speaking(Pages.settings(
                        visit.page("wishes"),
                        views().settings(id, now, Map.of()),
                        desk.toast(visit.words().say("savedSettings"), id))))
                .build();
    }

    /** Takes back the last save, unless something else was saved after it. */
    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id) {
        WishesDesk.mustBeAllowed(visit.session());
        boolean undone = desk.undo(visit.session(), id);
        URI back = URI.create("/console/wishes/" + id + (undone ? "?said=undone" : ""));
        return undone
                ? Response.ok().header("HX-Redirect", back.toString()).build()
                : Response.status(Status.CONFLICT).build();
    }

    @ServerExceptionMapper
    public Response away(StoreFailure away) {
        return problems.storeAway();
    }

    @ServerExceptionMapper
    public Response unknown(NoSuchElementException unknown) {
        return problems.noSubscriber();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return problems.readOnly();
    }

    private TemplateInstance servicePanel(String id, Wishes now, String said) {
        WishesView view = views().editor(id, desk.numberOf(id), now, clock.instant(), Toast.NONE);
        return visit.speaking(Pages.service(visit.page("wishes"), view, desk.toast(said, id)));
    }

    private WishesViews views() {
        return new WishesViews(visit.words(), visit.session().mayChangeWishes());
    }
}
