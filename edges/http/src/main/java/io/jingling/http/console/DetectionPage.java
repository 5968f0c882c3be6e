package io.jingling.http.console;

import io.jingling.platform.Publishing;
import io.jingling.platform.Watch;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Which model judges, what it knows, and how much of what was decided comes from it. */
@Console
@Blocking
@Path("/console/detection")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class DetectionPage {
    private final Watch watch;
    private final Publishing publishing;
    private final EvidenceFeed evidence;
    private final Visit visit;

    DetectionPage(Watch watch, Publishing publishing, EvidenceFeed evidence, Visit visit) {
        this.watch = watch;
        this.publishing = publishing;
        this.evidence = evidence;
        this.visit = visit;
    }

    @GET
    public TemplateInstance detection() {
        return visit.speaking(Pages.detection(visit.page("detection"), view()));
    }

    @GET
    @Path("now")
    public TemplateInstance now() {
        return visit.speaking(Pages.detectionNow(visit.page("detection"), view()));
    }

    private DetectionView view() {
        ModelsView models = ModelsView.of(publishing, watch.feedback().report(), visit.words());
        return DetectionView.of(watch, models, evidence.latest(), visit.words());
    }
}
