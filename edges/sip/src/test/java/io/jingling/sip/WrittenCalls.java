package io.jingling.sip;

import io.jingling.domain.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes valid INVITEs in all the ways the grammar allows (RFC 3261 §25), from one seed. */
final class WrittenCalls {
    private static final List<String> NUMBERS = List.of(
            "13800138000",
            "+8613800138000",
            "+86-138-0013-8000",
            "%2B8613800138000",
            "008613800138000",
            "02155551234",
            "+862155551234",
            "95588",
            "10086",
            "+12025550123",
            "0012025550123",
            "4008001234",
            "17012345678",
            "700123456789012");
    private static final List<String> HOSTS =
            List.of("ims.example.com", "192.0.2.17", "[2001:db8::17]", "a-b.example.org", "LOCALHOST");
    private static final List<String> DISPLAYS = List.of(
            "",
            "Alice ",
            "Alice of Wonderland ",
            "\"Alice\" ",
            "\"Alice\"",
            "\"A \\\"quoted\\\" <b> , ;tag=no\" ",
            "\"张三\" ",
            "\"\" ",
            "*_*~'`!%+-. ");
    private static final List<String> OTHERS = List.of(
            "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS",
            "k: timer, 100rel",
            "Contact: <sip:gw@192.0.2.17:5060>",
            "m: \"G\" <sip:gw@192.0.2.17>;expires=30",
            "Route: <sip:edge.example.com;lr>",
            "User-Agent: From: somebody <sip:x@y>;tag=no",
            "s: lunch\r\n at noon",
            "Session-Expires: 1800",
            "X-Via: SIP/2.0/UDP elsewhere;branch=no",
            "Date: Mon, 23 Nov 2026 10:00:00 GMT",
            "Fromage: blue",
            "P-Charging-Vector: icid-value=1",
            "Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>");

    private final Random random;

    WrittenCalls(long seed) {
        random = new Random(seed);
    }

    /**
     * A call and what must be read out of it.
     *
     * @param caller as read from a peer whose identity is believed
     */
    record Written(String text, PhoneNumber caller, PhoneNumber callee) {}

    private record Uri(String text, PhoneNumber number) {}

    Written next() {
        Uri callee = chance(5) ? plainName() : uri();
        Uri called = callee.number().isKnown() ? callee : uri();
        Uri from = chance(10) ? new Uri("sip:anonymous@anonymous.invalid", PhoneNumber.HIDDEN) : uri();
        List<String> vias = vias();
        List<String> headers = new ArrayList<>(vias.subList(1, 1));
        headers.add(name("From", "f") + address(from.text(), ";" + lws() + "tag" + lws() + "=" + lws() + token()));
        headers.add(name("To", "t") + address(called.text(), ""));
        headers.add(name("Call-ID", "i") + token() + pick(List.of("", "@" + token() + ".example.com")));
        headers.add(name("CSeq", "CSeq") + random.nextInt(Integer.MAX_VALUE) + pick(List.of(" ", "  ", "\r\n "))
                + "INVITE");
        headers.add(name("Max-Forwards", "Max-Forwards") + random.nextInt(71));
        PhoneNumber caller = identities(headers, from.number());
        for (int i = random.nextInt(6); i > 0; i--) {
            headers.add(pick(OTHERS));
        }
        String body = chance(60) ? "v=0\r\ns=-\r\n\r\nFrom: not a header\r\n" : "";
        if (!body.isEmpty() || chance(50)) {
            headers.add(name("Content-Length", "l") + body.length());
        }
        Collections.shuffle(headers, random);
        List<String> all = new ArrayList<>(vias);
        all.addAll(headers);
        String text = "INVITE " + callee.text() + " SIP/2.0\r\n" + String.join("\r\n", all) + "\r\n\r\n" + body;
        return new Written(text, caller, called.number());
    }

    private PhoneNumber identities(List<String> headers, PhoneNumber from) {
        PhoneNumber caller = from;
        if (chance(50)) {
            Uri sip = new Uri("sip:" + number() + "@ims.example.com", PhoneNumber.INVALID);
            PhoneNumber first = readSip(sip.text());
            String tel = "+8613" + (100_000_000 + random.nextInt(899_999_999));
            String name = name("P-Asserted-Identity", "P-Asserted-Identity");
            switch (random.nextInt(4)) {
                case 0 -> headers.add(name + "<" + sip.text() + ">");
                case 1 -> headers.add(name + "<tel:" + tel + ">");
                case 2 -> headers.add(name + "\"X, Y\" <" + sip.text() + ">" + lws() + ", <tel:" + tel + ">");
                default -> {
                    headers.add(name + "<tel:" + tel + ">");
                    headers.add(name("P-Asserted-Identity", "p-asserted-identity") + "<" + sip.text() + ">");
                }
            }
            boolean hasTel =
                    !headers.getLast().contains("<sip:") || headers.stream().anyMatch(h -> h.contains("tel:" + tel));
            caller = hasTel ? PhoneNumber.parse(tel) : first;
        }
        if (chance(15)) {
            String privacy = pick(List.of("id", "id;critical", "header; user", "none", "session", "ID"));
            headers.add(name("Privacy", "privacy") + privacy);
            caller = privacy.equals("none") || privacy.equals("session") ? caller : PhoneNumber.HIDDEN;
        }
        return caller;
    }

    private List<String> vias() {
        List<String> vias = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            if (!vias.isEmpty() && chance(30)) {
                vias.set(vias.size() - 1, vias.getLast() + lws() + "," + lws() + via());
            } else {
                vias.add(name("Via", "v") + via());
            }
        }
        return vias;
    }

    private String via() {
        List<String> parameters = new ArrayList<>(List.of("branch=z9hG4bK" + token()));
        if (chance(50)) {
            parameters.add("rport");
        }
        if (chance(10)) {
            parameters.add("received=203.0.113.9");
        }
        if (chance(20)) {
            parameters.add("ttl=16");
        }
        if (chance(20)) {
            parameters.add("x-own=\"a;b\"");
        }
        Collections.shuffle(parameters, random);
        StringBuilder via =
                new StringBuilder("SIP" + lws() + "/" + lws() + "2.0/" + pick(List.of("UDP", "TCP", "TLS", "SCTP"))
                        + " " + pick(HOSTS) + pick(List.of("", ":5060", ":15070")));
        parameters.forEach(
                parameter -> via.append(lws()).append(';').append(lws()).append(parameter));
        return via.toString();
    }

    private String address(String uri, String parameters) {
        boolean bare = chance(15) && uri.indexOf(';') < 0 && uri.indexOf('?') < 0;
        return (bare ? uri : pick(DISPLAYS) + "<" + uri + ">")
                + (parameters.isEmpty() ? "" : lws() + parameters)
                + pick(List.of("", ";x=1", ";y"));
    }

    private Uri uri() {
        String number = number();
        if (chance(25) && !number.startsWith("%")) {
            boolean global = number.startsWith("+");
            String more = global
                    ? pick(List.of("", ";npdi", ";rn=+8613900"))
                    : ";phone-context=" + pick(List.of("+86", "example.com"));
            String value = number.startsWith("00") ? "+" + number.substring(2) : number;
            return number.startsWith("00")
                    ? new Uri("tel:" + value, read(value))
                    : new Uri("tel:" + number + more, read(number));
        }
        String user = number + pick(List.of("", "", ";npdi", ";rn=+8613900", ":secret"));
        String text = pick(List.of("sip:", "sips:", "SIP:")) + user + "@" + pick(HOSTS) + pick(List.of("", ":5060"))
                + pick(List.of("", ";user=phone", ";transport=udp;lr"));
        return new Uri(text, read(number));
    }

    private Uri plainName() {
        return new Uri(pick(List.of("sip:alice@", "sip:al%69ce@", "sip:")) + pick(HOSTS), PhoneNumber.INVALID);
    }

    private String number() {
        return pick(NUMBERS);
    }

    private static PhoneNumber read(String number) {
        return PhoneNumber.parse(number.replace("%2B", "+"));
    }

    private static PhoneNumber readSip(String uri) {
        return read(uri.substring(4, uri.indexOf('@')));
    }

    private String name(String full, String compact) {
        String name = pick(List.of(
                full, full, full.toLowerCase(java.util.Locale.ROOT), full.toUpperCase(java.util.Locale.ROOT), compact));
        return name + pick(List.of(": ", ": ", ":", " : ", "\t:  ", ":\r\n "));
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        String letters = "abcXYZ019-.!%*_+`'~";
        for (int i = 1 + random.nextInt(24); i > 0; i--) {
            token.append(letters.charAt(random.nextInt(letters.length())));
        }
        return token.toString();
    }

    private String lws() {
        return pick(List.of("", "", "", "", "", " ", "  ", "\t", "\r\n ", " \r\n\t"));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
