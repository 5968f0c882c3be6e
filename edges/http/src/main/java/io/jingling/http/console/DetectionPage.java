package io.jingling.http.console;

import io.jingling.platform.ApiKey;
import io.jingling.platform.Publishing;
import io.jingling.platform.Ranges;
import io.jingling.platform.Watch;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;

/** Which model judges, what it knows, and how much of what was decided comes from it. */
@Console
@Blocking
@Path("/console/detection")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class DetectionPage {
    private final Watch watch;
    private final Publishing publishing;
    private final Ranges ranges;
    private final EvidenceFeed evidence;
    private final Visit visit;
    private final InstantSource clock;

    DetectionPage(
            Watch watch,
            Publishing publishing,
            Ranges ranges,
            EvidenceFeed evidence,
            Visit visit,
            InstantSource clock) {
        this.watch = watch;
        this.publishing = publishing;
        this.ranges = ranges;
        this.evidence = evidence;
        this.visit = visit;
        this.clock = clock;
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
        boolean isOperator = visit.session().key().role() == ApiKey.Role.OPERATOR;
        RangesView rules = RangesView.of(ranges, isOperator, clock.instant(), visit.words());
        return DetectionView.of(watch, models, rules, evidence.latest(), visit.words());
    }
}
