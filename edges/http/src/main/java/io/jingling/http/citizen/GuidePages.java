package io.jingling.http.citizen;

import io.jingling.complaints.Carrier;
import io.jingling.http.citizen.Views.AdviceOf;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Where else to turn to; open to all. */
@Citizen
@Blocking
@Path("/h5/guide")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class GuidePages {
    private final Visit visit;

    GuidePages(Visit visit) {
        this.visit = visit;
    }

    @GET
    public TemplateInstance guide() {
        String carrier = visit.isLoggedIn()
                ? Carrier.of(visit.number()).map(Carrier::chinese).orElse("")
                : "";
        List<AdviceOf> others = new ArrayList<>(Guidance.of("12321", ""));
        others.addAll(Guidance.of("110", ""));
        return Pages.guide(
                visit.page("其他办法"), carrier, Guidance.of("carrier", carrier), Guidance.of("handset", ""), others);
    }
}
