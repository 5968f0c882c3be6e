package io.jingling.server;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
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

    @Option(names = "--http-port", paramLabel = "N", description = "Port of HTTP; default 8080, 0 for any free one.")
    private int httpPort = 8080;

    @Override
    public Integer call() {
        System.setProperty("quarkus.http.port", Integer.toString(httpPort));
        Quarkus.run(Lifetime.class, (code, failure) -> System.exit(code));
        return 0;
    }
}
