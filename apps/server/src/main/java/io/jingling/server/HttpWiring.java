package io.jingling.server;

import io.jingling.server.settings.Settings;

/** Tells the framework what the configuration says; it reads its own before anything of ours is made. */
final class HttpWiring {
    private HttpWiring() {}

    static void tell(Settings.Http http) {
        System.setProperty("quarkus.http.host", http.host());
        if (http.isTls()) {
            System.setProperty("quarkus.http.insecure-requests", "disabled");
            System.setProperty("quarkus.http.ssl-port", Integer.toString(http.port()));
            System.setProperty(
                    "quarkus.http.ssl.certificate.files", http.tlsCertificate().toString());
            System.setProperty(
                    "quarkus.http.ssl.certificate.key-files", http.tlsKey().toString());
        } else {
            System.setProperty("quarkus.http.port", Integer.toString(http.port()));
        }
    }
}
