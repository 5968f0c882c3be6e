package io.jingling.http;

import io.jingling.domain.Masking;
import io.jingling.platform.StoreFailure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong under {@code /v1} into a problem document; pages make their own. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response badInput(BadInput bad) {
        return answer(Problem.badInput(bad));
    }

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return answer(refused.problem());
    }

    @ServerExceptionMapper
    Response brokenOff(ImportBroken broken) {
        return Response.status(broken.answer().status())
                .type(Problem.MEDIA_TYPE)
                .entity(broken.answer())
                .build();
    }

    @ServerExceptionMapper
    Response storeAway(StoreFailure away) {
        LOG.warn(away.getMessage());
        return answer(Problem.storeAway());
    }

    @ServerExceptionMapper
    Response noCredential(UnauthorizedException none) {
        return unauthorized();
    }

    @ServerExceptionMapper
    Response badCredential(AuthenticationFailedException bad) {
        return bad.getCause() instanceof StoreFailure ? answer(Problem.storeAway()) : unauthorized();
    }

    @ServerExceptionMapper
    Response wrongRole(ForbiddenException wrong) {
        return answer(Problem.forbidden());
    }

    @ServerExceptionMapper
    Response noSuchPath(NotFoundException none, UriInfo uri) {
        return answer(Problem.about(
                404, "not-found", "Not found", "path", Masking.clip(uri.getPath()), "one that /q/openapi lists"));
    }

    @ServerExceptionMapper
    Response wrongMethod(NotAllowedException wrong, ContainerRequestContext request, UriInfo uri) {
        String allowed = String.join(", ", Methods.of(uri.getPath()));
        Problem problem =
                Problem.about(405, "method", "Method not allowed", "method", request.getMethod(), "one of " + allowed);
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    @ServerExceptionMapper
    Response wrongMediaType(NotSupportedException wrong, ContainerRequestContext request) {
        String got = String.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return answer(Problem.about(
                415,
                "media-type",
                "Unsupported media type",
                HttpHeaders.CONTENT_TYPE,
                "null".equals(got) ? "none" : Masking.clip(got),
                "one that /q/openapi lists here"));
    }

    @ServerExceptionMapper
    Response others(WebApplicationException other) {
        int status = other.getResponse().getStatus();
        String title = other.getResponse().getStatusInfo().getReasonPhrase();
        return answer(Problem.of(status, "http", title, title));
    }

    @ServerExceptionMapper
    Response ourFault(RuntimeException fault) {
        LOG.error("request: got a fault of ours, want an answer", fault);
        return answer(Problem.of(500, "fault", "Fault", "a fault of ours; it is in the log"));
    }

    private static Response unauthorized() {
        return Response.fromResponse(answer(Problem.noCredential()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
