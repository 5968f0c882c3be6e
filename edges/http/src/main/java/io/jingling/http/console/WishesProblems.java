package io.jingling.http.console;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** The pages that are shown where wishes can be neither seen nor changed. */
@Singleton
class WishesProblems {
    private final Visit visit;

    WishesProblems(Visit visit) {
        this.visit = visit;
    }

    Response storeAway() {
        return page(Status.SERVICE_UNAVAILABLE, "storeAwayTitle", "storeAwayWishes");
    }

    Response noSubscriber() {
        return page(Status.NOT_FOUND, "noSubscriberTitle", "noSubscriber");
    }

    Response readOnly() {
        return page(Status.FORBIDDEN, "readOnlyTitle", "readOnly");
    }

    private Response page(Status status, String title, String text) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(visit.speaking(Pages.problem(
                        visit.page("wishes"),
                        visit.words().say(title),
                        visit.words().say(text))))
                .build();
    }
}
