package io.jingling.house;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A call, field or type that is not used, and what is used in its place.
 *
 * @param what full name as the class file has it; {@code *} stands for anything
 * @param instead what to use
 */
record Ban(String what, String instead) {
    private static final String TIME = "the time that came with the call or record";
    private static final String SEED = "a generator with a seed that was given";
    private static final String EDGE = "an edge does it; the core returns what happened";
    private static final String ZONE = "the zone by name, such as ZoneOffset.ofHours(8)";
    private static final String UTF_8 = "the same with StandardCharsets.UTF_8";
    private static final String ROOT = "the same with Locale.ROOT";
    private static final String SIGNAL = "a queue, latch or scheduler with a stated bound";
    private static final String AWAIT = "Awaitility: wait for the condition, not for the clock";
    private static final String SHOWN_SEED = "new Random(seed), and print the seed where it fails";
    private static final String ALWAYS = "a test that always runs, or none";

    /** The core has no clock, dice, disk, network, threads or log of its own. */
    static final List<Ban> IN_CORE = List.of(
            new Ban("java.time.*.now(*", TIME),
            new Ban("java.time.Clock.*", TIME),
            new Ban("java.time.InstantSource.*", TIME),
            new Ban("java.lang.System.currentTimeMillis()", TIME),
            new Ban("java.lang.System.nanoTime()", TIME),
            new Ban("java.util.Date.<init>()", TIME),
            new Ban("java.util.concurrent.ThreadLocalRandom*", SEED),
            new Ban("java.util.SplittableRandom.<init>()", SEED),
            new Ban("java.security.SecureRandom*", SEED),
            new Ban("java.util.UUID.randomUUID()", SEED),
            new Ban("java.lang.System.getenv(*", "a value that was given"),
            new Ban("java.lang.System.getProperty(*", "a value that was given"),
            new Ban("java.lang.System.getLogger(*", EDGE),
            new Ban("java.util.logging.*", EDGE),
            new Ban("java.io.*", EDGE),
            new Ban("java.net.*", EDGE),
            new Ban("java.nio.file.*", EDGE),
            new Ban("java.nio.channels.*", EDGE),
            new Ban("java.sql.*", EDGE),
            new Ban("java.lang.Thread.*", EDGE),
            new Ban("java.util.Timer*", EDGE),
            new Ban("java.util.concurrent.*Executor*", EDGE),
            new Ban("java.util.concurrent.ForkJoinPool*", EDGE),
            new Ban("java.util.concurrent.CompletableFuture*", EDGE),
            new Ban("java.lang.reflect.*", "a type that is known when it is compiled"),
            new Ban("java.lang.Class.forName(*", "a type that is known when it is compiled"));

    /** What works on one machine and not on the next, and what no one can find again. */
    static final List<Ban> IN_ALL = List.of(
            new Ban("java.lang.Math.random()", SEED),
            new Ban("java.util.Random.<init>()", SEED),
            new Ban("java.util.Collections.shuffle(java.util.List)", SEED),
            new Ban("*.printStackTrace(*", "a log line that says what was got and wanted"),
            new Ban("java.lang.Thread.sleep(*", SIGNAL),
            new Ban("java.util.concurrent.TimeUnit.sleep(*", SIGNAL),
            new Ban("java.lang.String.getBytes()", UTF_8),
            new Ban("java.lang.String.<init>([B)", UTF_8),
            new Ban("java.lang.String.<init>([B, int, int)", UTF_8),
            new Ban("java.io.InputStreamReader.<init>(java.io.InputStream)", UTF_8),
            new Ban("java.io.OutputStreamWriter.<init>(java.io.OutputStream)", UTF_8),
            new Ban("java.io.FileReader.<init>(java.lang.String)", UTF_8),
            new Ban("java.io.FileReader.<init>(java.io.File)", UTF_8),
            new Ban("java.io.FileWriter.<init>(java.lang.String)", UTF_8),
            new Ban("java.io.FileWriter.<init>(java.io.File)", UTF_8),
            new Ban("java.util.Scanner.<init>(java.io.InputStream)", UTF_8),
            new Ban("java.nio.charset.Charset.defaultCharset()", UTF_8),
            new Ban("java.lang.String.toLowerCase()", ROOT),
            new Ban("java.lang.String.toUpperCase()", ROOT),
            new Ban("java.lang.String.format(java.lang.String, [Ljava.lang.Object;)", ROOT),
            new Ban("java.lang.String.formatted(*", "String.format with Locale.ROOT"),
            new Ban("java.util.Locale.getDefault(*", ROOT),
            new Ban("java.time.ZoneId.systemDefault()", ZONE));

    /** Only an app speaks to a terminal or ends the process. */
    static final List<Ban> OUTSIDE_APPS = List.of(
            new Ban("java.lang.System.out", "a log line, or a value that an app prints"),
            new Ban("java.lang.System.err", "a log line, or a value that an app prints"),
            new Ban("java.lang.System.exit(*", "an exception that says what was got and wanted"));

    /** Nothing sleeps, nothing is skipped, and chance can be repeated. */
    static final List<Ban> IN_TESTS = List.of(
            new Ban("java.lang.Thread.sleep(*", AWAIT),
            new Ban("java.util.concurrent.TimeUnit.sleep(*", AWAIT),
            new Ban("java.lang.Math.random()", SHOWN_SEED),
            new Ban("java.util.Random.<init>()", SHOWN_SEED),
            new Ban("java.util.SplittableRandom.<init>()", SHOWN_SEED),
            new Ban("java.util.concurrent.ThreadLocalRandom*", SHOWN_SEED),
            new Ban("java.util.Collections.shuffle(java.util.List)", SHOWN_SEED),
            new Ban("org.junit.jupiter.api.Disabled*", ALWAYS),
            new Ban("org.junit.jupiter.api.condition.*", ALWAYS),
            new Ban("org.junit.jupiter.api.Assumptions*", ALWAYS),
            new Ban("org.assertj.core.api.Assumptions*", ALWAYS));

    boolean hits(String name) {
        return pattern().matcher(name).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(Pattern.quote(what).replace("*", "\\E.*\\Q"));
    }
}
