package io.jingling.server;

import io.jingling.platform.StoreFailure;
import io.jingling.seals.SealFailure;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import io.jingling.storage.StorageUnusable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The composition while it is being opened, beside the start of HTTP: both take seconds, and the
 * framework makes its own parts out of reach of ours, so they meet here.
 */
final class Starting {
    private static final CompletableFuture<Composition> OPENED = new CompletableFuture<>();
    private static volatile boolean ready;
    private static final AtomicReference<Order> ORDER = new AtomicReference<>();

    private Starting() {}

    /** What was ordered on the command line. */
    record Order(Path data, Settings settings, boolean demo) {}

    static void begin(Order order) {
        ORDER.set(order);
        Thread.ofPlatform().name("jingling-open").start(() -> open(order));
    }

    private static void open(Order order) {
        try {
            OPENED.complete(Composition.open(order.data(), order.settings()));
        } catch (BadSetting | IllegalArgumentException bad) {
            end(Exit.BAD_INPUT, bad);
        } catch (StorageUnusable | StoreFailure | SealFailure | UncheckedIOException world) {
            end(Exit.WORLD_FAILED, world);
        } catch (RuntimeException | Error fault) {
            // tidy: a fault of our own before any log exists, and the trace is what a report of it needs.
            fault.printStackTrace(System.err);
            end(Exit.WORLD_FAILED, fault);
        }
    }

    /** Nothing is open that would want closing, and the framework's own end would bury the line in its log. */
    private static void end(int code, Throwable why) {
        Console.complain(why.getMessage());
        Runtime.getRuntime().halt(code);
    }

    /** Waits until all is open. */
    static Composition opened() {
        return OPENED.join();
    }

    static Optional<Composition> openedAlready() {
        return OPENED.isDone() ? Optional.of(OPENED.join()) : Optional.empty();
    }

    static Order order() {
        return ORDER.get();
    }

    static boolean isReady() {
        return ready;
    }

    static void ready(boolean now) {
        ready = now;
    }
}
