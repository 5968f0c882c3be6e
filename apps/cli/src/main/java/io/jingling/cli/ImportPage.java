package io.jingling.cli;

/** The result of an import, as a line or as JSON. */
final class ImportPage {
    private ImportPage() {}

    static void print(Source.Result result, String things, boolean json, Terminal terminal) {
        terminal.out()
                .println(
                        json
                                ? result.json().toString()
                                : result.file() + ": "
                                        + Text.count(result.outcome().accepted()) + " " + things + " in force"
                                        + result.rejectedPart() + ", " + Text.seconds(result.seconds()));
    }
}
