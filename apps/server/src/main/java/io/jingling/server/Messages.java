package io.jingling.server;

import io.jingling.domain.PhoneNumber;
import io.jingling.http.citizen.SmsGateway;
import io.jingling.platform.TextMessages;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How messages leave: by the gateway that is named, in a demonstration onto the page, otherwise not at all. */
final class Messages {
    private static final TextMessages DEMO = new TextMessages() {
        @Override
        public boolean canSend() {
            return true;
        }

        @Override
        public Delivery send(PhoneNumber to, String text) {
            return new Delivery.ShownHere(text);
        }
    };

    private Messages() {}

    static TextMessages of(Settings.Sms settings, boolean demo) {
        if (!settings.url().isEmpty()) {
            return new SmsGateway(URI.create(settings.url()), token(settings.tokenFile()));
        }
        return demo ? DEMO : TextMessages.NONE;
    }

    private static String token(Path file) {
        if (file.toString().isEmpty()) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException unreadable) {
            throw new BadSetting("sms.token-file: got " + file + ", which cannot be read, want a file with the token");
        }
    }
}
