package io.jingling.http.citizen;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.platform.TextMessages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A gateway that takes {@code {"to":"…","text":"…"}} by POST and answers 2xx once it has it. */
public final class SmsGateway implements TextMessages {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI url;
    private final String token;

    /** @param token sent as {@code Authorization: Bearer}; may be empty */
    public SmsGateway(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public Delivery send(PhoneNumber to, String text) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            json.writeValueAsBytes(Map.of("to", to.revealTo(Purpose.SIGNALLING), "text", text))));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? new Delivery.OnItsWay() : new Delivery.Refused();
        } catch (IOException away) {
            return new Delivery.Refused();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery.Refused();
        }
    }
}
