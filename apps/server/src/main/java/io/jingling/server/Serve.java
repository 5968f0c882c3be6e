package io.jingling.server;

import io.jingling.server.demo.Demo;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Configuration;
import io.jingling.server.settings.Settings;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the platform until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Screens calls: SIP, HTTP and the console in one process.")
final class Serve implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A properties file; docs/reference/configuration.md.")
    private Path config;

    @Option(names = "--http-port", paramLabel = "N", description = "Port of HTTP; default 8080, 0 for any free one.")
    private String httpPort;

    @Option(names = "--sip-port", paramLabel = "N", description = "Port of SIP; default 5060, 0 for any free one.")
    private String sipPort;

    @Option(names = "--demo", description = "Play a small town's calls through SIP, to watch.")
    private boolean demo;

    @Override
    public Integer call() {
        try {
            Configuration configuration = configuration();
            Settings settings = configuration.settings();
            SipWiring.settings(settings.sip());
            refuseTakenPort(settings.http());
            configuration.lines().forEach(Console::say);
            HttpWiring.tell(settings.http());
            Starting.begin(new Starting.Order(data, settings, demo));
            Quarkus.run(Lifetime.class, Serve::end);
            return Exit.DONE;
        } catch (BadSetting bad) {
            Console.complain(bad.getMessage());
            return Exit.BAD_INPUT;
        } catch (IOException taken) {
            Console.complain(taken.getMessage());
            return Exit.WORLD_FAILED;
        }
    }

    /** The framework leaves it to us to say why it could not start. */
    private static void end(int code, Throwable failure) {
        if (failure == null) {
            System.exit(code);
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        Console.complain("http: got " + root + ", want it started");
        System.exit(Exit.WORLD_FAILED);
    }

    private Configuration configuration() {
        Configuration read = config == null
                ? Configuration.defaults()
                : Configuration.defaults().with(config);
        Map<String, String> said = new LinkedHashMap<>();
        if (httpPort != null) {
            said.put("http.port", httpPort);
        }
        if (sipPort != null) {
            said.put("sip.port", sipPort);
        }
        if (demo && read.settings().sip().trust().trunks().isEmpty()) {
            said.put("sip.trunks", Demo.trunkNames());
        }
        return read.with(said);
    }

    /** Told before anything is started, in one line instead of the framework's many. */
    private static void refuseTakenPort(Settings.Http http) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(http.host(), http.port()));
        } catch (IOException taken) {
            throw new IOException(
                    "http.port: got " + http.port() + " at " + http.host() + " (" + taken.getMessage()
                            + "), want a free port; use --http-port N",
                    taken);
        }
    }
}
