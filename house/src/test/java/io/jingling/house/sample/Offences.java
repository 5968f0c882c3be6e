package io.jingling.house.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Breaks every ban, so that each can be seen to be found. It is compiled and never run. */
public final class Offences {
    private Offences() {}

    static List<Object> clocks() {
        Supplier<Instant> now = Instant::now;
        return List.of(
                now,
                LocalDate.now(ZoneId.systemDefault()),
                Clock.systemUTC(),
                InstantSource.system(),
                System.currentTimeMillis(),
                System.nanoTime(),
                new Date());
    }

    static List<Object> dice() {
        Collections.shuffle(new java.util.ArrayList<>(List.of(1, 2)));
        return List.of(
                Math.random(),
                new Random(),
                new SplittableRandom(),
                new SecureRandom(),
                ThreadLocalRandom.current(),
                UUID.randomUUID());
    }

    static List<Object> world() throws IOException, SQLException, InterruptedException, ReflectiveOperationException {
        Method method = Class.forName("java.lang.String").getMethod("length");
        Thread.sleep(1);
        TimeUnit.SECONDS.sleep(1);
        return List.of(
                method.invoke("a"),
                new File("a").exists(),
                InetAddress.getLoopbackAddress(),
                Files.exists(Path.of("a")),
                DatagramChannel.open(),
                DriverManager.getConnection("a"),
                Thread.currentThread(),
                new Timer(),
                Executors.newCachedThreadPool(),
                ForkJoinPool.commonPool(),
                CompletableFuture.completedFuture(1),
                System.getenv("A"),
                System.getProperty("a"),
                System.getLogger("a"),
                Logger.getLogger("a"));
    }

    static void console(Exception failure) {
        System.out.println("a");
        System.err.println("a");
        failure.printStackTrace();
        System.exit(1);
    }

    static List<Object> machine() throws IOException {
        InputStream in = new ByteArrayInputStream(new byte[0]);
        OutputStream out = new ByteArrayOutputStream();
        return List.of(
                "a".getBytes(),
                new String(new byte[0]),
                new String(new byte[1], 0, 1),
                new InputStreamReader(in),
                new OutputStreamWriter(out),
                new FileReader("a"),
                new FileReader(new File("a")),
                new FileWriter("a"),
                new FileWriter(new File("a")),
                new Scanner(in),
                Charset.defaultCharset(),
                "a".toLowerCase(),
                "a".toUpperCase(),
                String.format("%d", 1),
                "%d".formatted(1),
                Locale.getDefault(),
                ZoneId.systemDefault());
    }

    @Disabled("sample")
    @EnabledOnOs(OS.LINUX)
    static void skipped() {
        Assumptions.assumeTrue(false);
        org.assertj.core.api.Assumptions.assumeThat(false).isTrue();
    }
}
