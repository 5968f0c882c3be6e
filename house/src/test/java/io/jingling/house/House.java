package io.jingling.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository on disk: its modules, their classes, and every text in it. */
record House(Path root) {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "data", "out", ".git", ".idea");
    private static final Set<String> TEXTS =
            Set.of("java", "md", "xml", "html", "css", "js", "sql", "properties", "yml", "yaml", "sh", "cfg", "in");

    /** Looks upwards from where the tests run. */
    static House find() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("core/pom.xml"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("root: got no folder with core/pom.xml above, want to run inside");
            }
        }
        return new House(here);
    }

    /** Modules of every build that have code, in the parent pom's order; this one is not among them. */
    List<Module> modules() {
        return MODULE.matcher(read(root.resolve("pom.xml")).split("</modules>", 2)[0])
                .results()
                .map(found -> new Module(found.group(1), root.resolve(found.group(1))))
                .filter(module -> Files.isDirectory(module.path().resolve("src/main/java")))
                .toList();
    }

    /** Every text that people wrote, without what a build makes. */
    List<Path> texts() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> isOurs(root.relativize(path)) && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> texts(String ending) {
        return texts().stream().filter(path -> path.toString().endsWith(ending)).toList();
    }

    String shown(Path path) {
        return root.relativize(path).toString();
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": got no text, want UTF-8", e);
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        String name = relative.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Set.of("jingling", "dev", "run").contains(name) : TEXTS.contains(name.substring(dot + 1));
    }

    /** One Maven module; its name is its path, such as {@code edges/sip}. */
    record Module(String name, Path path) {
        JavaClasses mainClasses() {
            return classes("target/classes", "src/main/java");
        }

        JavaClasses testClasses() {
            return Files.isDirectory(path.resolve("src/test/java"))
                    ? classes("target/test-classes", "src/test/java")
                    : none();
        }

        /** Only packages that people wrote: JMH and Quarkus put their own beside them. */
        private JavaClasses classes(String folder, String sources) {
            if (!Files.isDirectory(path.resolve(folder))) {
                throw new IllegalStateException(
                        name + "/" + folder + ": got no compiled classes, want mvn -pl house -am verify");
            }
            Path written = path.resolve(sources);
            return new ClassFileImporter()
                    .importPath(path.resolve(folder))
                    .that(describe(
                            "are written by people",
                            type -> Files.isDirectory(
                                    written.resolve(type.getPackageName().replace('.', '/')))));
        }

        private static JavaClasses none() {
            return new ClassFileImporter().importPaths(List.<Path>of());
        }
    }
}
