package io.jingling.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds requests for tests: an INVITE that is right in everything, and what is changed in it. */
final class Messages {
    private final List<String> headers = new ArrayList<>();
    private String requestLine = "INVITE sip:13900000001@192.0.2.1:5060;user=phone SIP/2.0";
    private String body = "";

    private Messages() {
        headers.add("Via: SIP/2.0/UDP 127.0.0.1:5099;branch=z9hG4bKa1;rport");
        headers.add("Max-Forwards: 69");
        headers.add("From: \"Caller\" <sip:13800138000@ims.example.com>;tag=f1");
        headers.add("To: <sip:13900000001@192.0.2.1;user=phone>");
        headers.add("Call-ID: c1@127.0.0.1");
        headers.add("CSeq: 1 INVITE");
    }

    static Messages invite() {
        return new Messages();
    }

    static Messages request(String method) {
        return invite().line(method + " sip:13900000001@192.0.2.1 SIP/2.0").with("CSeq", "1 " + method);
    }

    Messages line(String line) {
        requestLine = line;
        return this;
    }

    /** Replaces the header of this name, or adds it. */
    Messages with(String name, String value) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).startsWith(name + ":")) {
                headers.set(i, name + ": " + value);
                return this;
            }
        }
        return adding(name + ": " + value);
    }

    Messages adding(String header) {
        headers.add(header);
        return this;
    }

    Messages without(String name) {
        headers.removeIf(header -> header.startsWith(name + ":"));
        return this;
    }

    Messages body(String text) {
        body = text;
        return with("Content-Length", String.valueOf(text.length()));
    }

    String text() {
        return requestLine + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
