package io.jingling.http.console;

import io.jingling.domain.ListEntry;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Wishes;
import io.jingling.platform.StoreFailure;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A subscriber's white and black list: numbers put on and taken off, each at once in force. */
@Console
@Blocking
@Path("/console/wishes/{id}/{colour:white|black}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ListsPage {
    private static final int UNPROCESSABLE = 422;

    private final WishesDesk desk;
    private final WishesProblems problems;
    private final Visit visit;

    ListsPage(WishesDesk desk, WishesProblems problems, Visit visit) {
        this.desk = desk;
        this.problems = problems;
        this.visit = visit;
    }

    @POST
    @Path("add")
    public Response add(@PathParam("id") String id, @PathParam("colour") String colour) {
        WishesDesk.mustBeAllowed(visit.session());
        Map<String, String> wrong = new HashMap<>();
        Optional<ListEntry> entry = ListForm.one(visit.form(), visit.words(), wrong);
        List<ListEntry> list = desk.list(id, colour);
        if (entry.isPresent() && ListForm.notIn(list, List.of(entry.get())).isEmpty()) {
            wrong.put("number", visit.words().say("alreadyListed"));
        } else if (list.size() >= Wishes.LIST_MAX) {
            wrong.put("number", full(list.size() + 1));
        }
        if (wrong.isEmpty()) {
            return added(id, colour, List.of(entry.orElseThrow()), "", List.of());
        }
        String number = visit.form().text("number");
        String note = visit.form().text("note");
        return card(views(id).list(id, colour, list, number, note, wrong.get("number"), "", List.of()), Toast.NONE);
    }

    /** Good lines are taken; the others stay in the field, each with what is wrong. */
    @POST
    @Path("paste")
    public Response paste(@PathParam("id") String id, @PathParam("colour") String colour) {
        WishesDesk.mustBeAllowed(visit.session());
        String typed = visit.form().text("lines");
        ListForm.Lines lines = ListForm.many(typed, visit.words());
        List<ListEntry> list = desk.list(id, colour);
        List<ListEntry> fresh = ListForm.notIn(list, lines.good());
        int all = list.size() + fresh.size();
        if (all > Wishes.LIST_MAX) {
            return card(views(id).list(id, colour, list, "", "", "", typed, List.of(full(all))), Toast.NONE);
        }
        if (!fresh.isEmpty()) {
            return added(id, colour, fresh, lines.left(), lines.problems());
        }
        List<String> why = lines.problems().isEmpty() ? List.of(visit.words().say("nothingNew")) : lines.problems();
        return card(views(id).list(id, colour, list, "", "", "", lines.left(), why), Toast.NONE);
    }

    @POST
    @Path("remove")
    public Response remove(@PathParam("id") String id, @PathParam("colour") String colour) {
        WishesDesk.mustBeAllowed(visit.session());
        PhoneNumber number = PhoneNumber.parse(visit.form().text("number"));
        Wishes now = desk.change(visit.session(), id, wishes -> WishesDesk.without(wishes, colour, number));
        ListView view = views(id).list(id, colour, WishesDesk.list(now, colour));
        return card(view, desk.toast(visit.words().say("savedRemoved", 1), id));
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

    /** Only the removal sends a number that the page did not check; it came from the page itself. */
    @ServerExceptionMapper
    public Response notOfThePage(IllegalArgumentException wrong) {
        return Response.status(Response.Status.BAD_REQUEST).build();
    }

    private Response added(String id, String colour, List<ListEntry> entries, String left, List<String> wrong) {
        Wishes now = desk.change(visit.session(), id, wishes -> {
            List<ListEntry> all = new ArrayList<>(WishesDesk.list(wishes, colour));
            all.addAll(ListForm.notIn(all, entries));
            return WishesDesk.with(wishes, colour, all);
        });
        ListView view = views(id).list(id, colour, WishesDesk.list(now, colour), "", "", "", left, wrong);
        return card(view, desk.toast(visit.words().say("savedAdded", entries.size()), id));
    }

    /** What was not saved is answered as such. */
    private Response card(ListView view, Toast toast) {
        return Response.status(toast.isSaid() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(visit.speaking(Pages.list(visit.page("wishes"), view, toast)))
                .build();
    }

    private String full(int size) {
        return visit.words().say("listFull", size, Wishes.LIST_MAX);
    }

    private WishesViews views(String id) {
        return desk.views(visit, id);
    }
}
