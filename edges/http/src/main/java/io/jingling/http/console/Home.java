package io.jingling.http.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Who types the address alone wants the console. */
@Path("/")
class Home {
    @GET
    public Response home() {
        return Response.seeOther(URI.create("/console/live")).build();
    }
}
