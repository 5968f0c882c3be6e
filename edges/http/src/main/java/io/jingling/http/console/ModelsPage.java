package io.jingling.http.console;

import io.jingling.platform.ApiKey;
import io.jingling.platform.Preview;
import io.jingling.platform.Publishing;
import io.jingling.platform.Publishing.Outcome;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What a model would change is looked at before it is published; the one before is a click away. */
@Console
@Blocking
@Path("/console/detection/models")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ModelsPage {
    private final Publishing publishing;
    private final Visit visit;
    private final InstantSource clock;

    ModelsPage(Publishing publishing, Visit visit, InstantSource clock) {
        this.publishing = publishing;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Path("{id}")
    public Response preview(@PathParam("id") String id) {
        return changes(id)
                .map(found -> Response.ok(visit.speaking(Pages.preview(visit.page("detection"), found)))
                        .build())
                .orElseGet(() -> problem(404, "noModelTitle", "noSuchModel"));
    }

    /** The same, for a page that waits for it. */
    @GET
    @Path("{id}/now")
    public Response previewNow(@PathParam("id") String id) {
        return changes(id)
                .map(found -> Response.ok(visit.speaking(Pages.previewNow(visit.page("detection"), found)))
                        .build())
                .orElseGet(() -> problem(404, "noModelTitle", "noSuchModel"));
    }

    @POST
    @Path("{id}/publish")
    public Response publish(@PathParam("id") String id) {
        return changing(() -> publishing.publish(id, false));
    }

    @POST
    @Path("rollback")
    public Response rollBack() {
        return changing(publishing::rollBack);
    }

    private Response changing(Supplier<Outcome> change) {
        if (visit.session().key().role() != ApiKey.Role.OPERATOR) {
            return problem(403, "readOnlyTitle", "operatorsPublish");
        }
        try {
            return switch (change.get()) {
                case Outcome.Done done ->
                    Response.seeOther(URI.create("/console/detection")).build();
                case Outcome.NoSuch none -> problem(404, "noModelTitle", "noSuchModel");
                case Outcome.NotLookedAt none -> problem(409, "noPreviewTitle", "noPreview");
                case Outcome.NothingBefore none -> problem(409, "nothingBeforeTitle", "nothingBefore");
            };
        } catch (IllegalArgumentException unreadable) {
            return problem(422, "noModelTitle", "modelUnreadable");
        }
    }

    private Optional<ModelsView.Changes> changes(String id) {
        Optional<ModelsView.Sent> sent = publishing.all().stream()
                .filter(one -> one.model().id().equals(id))
                .map(one -> ModelsView.Sent.of(one, visit.words()))
                .findFirst();
        return sent.flatMap(model -> look(id).map(preview -> ModelsView.Changes.of(model, preview, visit.words())));
    }

    private Optional<Preview> look(String id) {
        try {
            return publishing.preview(id, clock.instant());
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(new Preview.Failed(unreadable.getMessage()));
        }
    }

    private Response problem(int status, String title, String text) {
        TemplateInstance page = Pages.problem(
                visit.page("detection"), visit.words().say(title), visit.words().say(text));
        return Response.status(status).entity(visit.speaking(page)).build();
    }
}
