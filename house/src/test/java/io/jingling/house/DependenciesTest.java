package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.house.Poms.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/DEPENDENCIES.md and the poms in step, and the core free of libraries. */
class DependenciesTest {
    private static final House HOUSE = House.find();
    private static final Poms POMS = Poms.of(HOUSE);
    private static final List<String> BANNED = List.of("mockito", "powermock", "easymock", "lombok", "jqwik");

    @Test
    void everyDependencyHasARow() {
        assertThat(POMS.uses().stream()
                        .filter(use -> !rows(HOUSE).containsKey(use.name()))
                        .map(use -> use.module() + "/pom.xml: got " + use.name()
                                + " without a row in docs/DEPENDENCIES.md, want one")
                        .sorted())
                .isEmpty();
    }

    @Test
    void everyRowIsOfADependency() {
        Set<String> used = POMS.uses().stream().map(Use::name).collect(Collectors.toSet());
        assertThat(rows(HOUSE).keySet().stream()
                        .filter(name -> !used.contains(name))
                        .map(name -> "docs/DEPENDENCIES.md: got a row of " + name + ", which no pom names, want none"))
                .isEmpty();
    }

    @Test
    void aRowShowsTheVersionOfThePom() {
        List<String> wrong = new ArrayList<>();
        rows(HOUSE).forEach((name, version) -> {
            String pinned = POMS.versions().getOrDefault(name, "managed");
            if (!version.equals(pinned)) {
                wrong.add(name + ": got version " + version + " in docs/DEPENDENCIES.md, want " + pinned);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void theCoreNeedsOnlyTheJdk() {
        assertThat(POMS.uses())
                .filteredOn(use -> use.module().equals("core") && !use.scope().equals("test"))
                .isEmpty();
    }

    @Test
    void nothingMocksOrWritesCodeBehindOnesBack() {
        assertThat(POMS.uses()).noneMatch(use -> BANNED.stream().anyMatch(use.name()::contains));
    }

    @Test
    void thePomsAreReadWhole() {
        assertThat(POMS.uses())
                .contains(
                        new Use("", "org.assertj:assertj-core", "test"),
                        new Use("", "io.quarkus.platform:quarkus-bom", "import"),
                        new Use("core", "com.googlecode.libphonenumber:libphonenumber", "test"),
                        new Use("", "org.apache.maven.plugins:maven-surefire-plugin", "plugin"),
                        new Use("", "com.palantir.javaformat:palantir-java-format", "tool"));
        assertThat(POMS.versions()).containsKeys("org.junit:junit-bom", "io.quarkus:quarkus-maven-plugin");
        assertThat(POMS.versions().get("io.quarkus.platform:quarkus-bom")).matches("\\d.*");
    }

    /** {@code group:artifact} and version, the first two cells of each row. */
    private static Map<String, String> rows(House house) {
        Map<String, String> rows = new TreeMap<>();
        String page = House.read(house.root().resolve("docs/DEPENDENCIES.md"));
        for (String line : page.lines().toList()) {
            String[] cells = line.split("\\|");
            if (cells.length > 5 && cells[1].strip().startsWith("`")) {
                rows.put(cells[1].strip().replace("`", ""), cells[2].strip());
            }
        }
        return rows;
    }
}
