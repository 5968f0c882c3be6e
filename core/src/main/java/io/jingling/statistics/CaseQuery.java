package io.jingling.statistics;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The query of an address by which a console finds the cases behind a figure.
 *
 * @param period of the figure
 */
record CaseQuery(Period period) {
    /** Those with a report that was received in the period and says this. */
    String with(String facet, String code) {
        return times() + "&" + facet + "=" + escaped(code);
    }

    /** Those that were opened in the period. */
    String opened() {
        return "by=opened&" + times();
    }

    /** Those of them that are so. */
    String opened(String facet, String code) {
        return opened() + "&" + facet + "=" + escaped(code);
    }

    private String times() {
        return "from=" + period.from() + "&to=" + period.to();
    }

    /** As RFC 3986 has it: the name of a desk may be any. */
    static String escaped(String word) {
        StringBuilder text = new StringBuilder();
        for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = (one >= '0' && one <= '9')
                    || (one >= 'A' && one <= 'Z')
                    || (one >= 'a' && one <= 'z')
                    || one == '_';
            text.append(
                    isPlain
                            ? String.valueOf((char) one)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(one));
        }
        return text.toString();
    }
}
