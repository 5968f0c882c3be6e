package io.jingling.server;

/** What is said to whoever started the process. The log goes to the other stream's file or journal. */
final class Console {
    private Console() {}

    static void say(String line) {
        System.out.println(line);
    }

    /** One line, whatever the message holds. */
    static void complain(String message) {
        System.err.println("jingling: " + String.valueOf(message).replaceAll("\\s*[\\r\\n]+\\s*", " "));
    }
}
