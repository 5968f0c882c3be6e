package io.jingling.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may know whom. A room is the package right under the root; what is not allowed here is forbidden.
 *
 * @param root the package that holds the rooms
 */
record Arrows(String root) {
    private static final Set<String> DOMAIN = Set.of("domain");
    private static final Set<String> CORE = Set.of(
            "domain",
            "screening",
            "wishes",
            "detection",
            "complaints",
            "evidence",
            "text",
            "custody",
            "statistics",
            "platform");
    private static final Set<String> CORE_AND_EDGES = Set.of(
            "domain",
            "screening",
            "wishes",
            "detection",
            "complaints",
            "evidence",
            "text",
            "custody",
            "statistics",
            "platform",
            "sip",
            "storage",
            "http",
            "records",
            "seals",
            "paper");
    private static final List<String> JDK = List.of("java.", "javax.");

    /** The whole house; a room that is not here may not exist. */
    static final Map<String, Room> ROOMS = Map.ofEntries(
            Map.entry("domain", new Room(Set.of(), List.of())),
            Map.entry("screening", new Room(DOMAIN, List.of())),
            Map.entry("wishes", new Room(DOMAIN, List.of())),
            Map.entry("detection", new Room(DOMAIN, List.of())),
            Map.entry("complaints", new Room(DOMAIN, List.of())),
            Map.entry("evidence", new Room(DOMAIN, List.of())),
            Map.entry("text", new Room(DOMAIN, List.of())),
            Map.entry("custody", new Room(DOMAIN, List.of())),
            Map.entry("statistics", new Room(DOMAIN, List.of())),
            Map.entry(
                    "platform",
                    new Room(
                            Set.of(
                                    "domain",
                                    "screening",
                                    "wishes",
                                    "detection",
                                    "complaints",
                                    "evidence",
                                    "text",
                                    "custody",
                                    "statistics"),
                            List.of())),
            Map.entry("sip", new Room(CORE, List.of("io.netty."))),
            Map.entry(
                    "storage",
                    new Room(
                            CORE,
                            List.of(
                                    "org.postgresql.",
                                    "org.flywaydb.",
                                    "com.zaxxer.hikari.",
                                    "org.apache.commons.compress.",
                                    "org.bouncycastle.",
                                    "org.tukaani.xz."))),
            Map.entry(
                    "http",
                    new Room(
                            CORE,
                            List.of(
                                    "io.quarkus.",
                                    "io.vertx.",
                                    "jakarta.",
                                    "com.fasterxml.jackson.",
                                    "org.eclipse.microprofile.",
                                    "org.jboss.",
                                    "io.smallrye.",
                                    "io.micrometer."))),
            Map.entry("records", new Room(CORE, List.of("de.siegmar.fastcsv.", "com.fasterxml.jackson."))),
            Map.entry(
                    "server",
                    new Room(
                            CORE_AND_EDGES,
                            List.of("io.quarkus.", "io.smallrye.", "jakarta.", "org.jboss.logging.", "picocli."))),
            Map.entry(
                    "learning",
                    new Room(
                            CORE,
                            List.of(
                                    "ml.dmlc.xgboost4j.",
                                    "de.bwaldvogel.liblinear.",
                                    "ai.djl.",
                                    "org.apache.commons.statistics.",
                                    "com.fasterxml.jackson."))),
            Map.entry("seals", new Room(CORE, List.of("org.bouncycastle."))),
            Map.entry(
                    "paper",
                    new Room(CORE, List.of("org.apache.pdfbox.", "org.apache.fontbox.", "org.dhatim.fastexcel."))),
            Map.entry("verifier", new Room(Set.of("evidence", "seals"), List.of())),
            Map.entry("simulator", new Room(Set.of("domain", "records"), List.of())),
            Map.entry(
                    "cli",
                    new Room(
                            Set.of(
                                    "domain",
                                    "screening",
                                    "wishes",
                                    "detection",
                                    "complaints",
                                    "evidence",
                                    "text",
                                    "statistics",
                                    "platform",
                                    "storage",
                                    "records",
                                    "paper",
                                    "simulator"),
                            List.of("picocli.", "com.fasterxml.jackson.", "com.sun.net.httpserver."))),
            Map.entry(
                    "learner",
                    new Room(
                            Set.of("domain", "detection", "text", "records", "learning"),
                            List.of("picocli.", "com.fasterxml.jackson.", "de.siegmar.fastcsv."))),
            Map.entry(
                    "benchmarks",
                    new Room(
                            Set.of(
                                    "domain",
                                    "screening",
                                    "wishes",
                                    "detection",
                                    "complaints",
                                    "evidence",
                                    "text",
                                    "statistics",
                                    "platform",
                                    "sip",
                                    "storage",
                                    "http",
                                    "records",
                                    "seals",
                                    "simulator"),
                            List.of("org.openjdk.jmh.", "ml.dmlc.xgboost4j."))));

    /**
     * What a room may know.
     *
     * @param rooms other rooms
     * @param libraries beginnings of packages that are neither ours nor the JDK's
     */
    record Room(Set<String> rooms, List<String> libraries) {}

    /** One line for each arrow that is not allowed, the class it starts from first. */
    List<String> violations(Iterable<JavaClass> classes) {
        Set<String> found = new LinkedHashSet<>();
        for (JavaClass from : classes) {
            String room = roomOf(from);
            if (!ROOMS.containsKey(room)) {
                found.add(from.getName() + ": got room \"" + room + "\", want one of " + new TreeSet<>(ROOMS.keySet()));
                continue;
            }
            from.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> !isAllowed(room, arrow.getTargetClass().getBaseComponentType()))
                    .map(arrow -> sentence(room, from, arrow))
                    .sorted()
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private boolean isAllowed(String room, JavaClass to) {
        if (to.isPrimitive() || JDK.stream().anyMatch(to.getName()::startsWith)) {
            return true;
        }
        Room allowed = ROOMS.get(room);
        if (to.getName().startsWith(root + ".")) {
            return roomOf(to).equals(room) || allowed.rooms().contains(roomOf(to));
        }
        return allowed.libraries().stream().anyMatch(to.getName()::startsWith);
    }

    private String sentence(String room, JavaClass from, Dependency arrow) {
        Room allowed = ROOMS.get(room);
        return from.getName() + " → "
                + arrow.getTargetClass().getBaseComponentType().getName() + ": " + room
                + " may know " + (allowed.rooms().isEmpty() ? "no other room" : new TreeSet<>(allowed.rooms()))
                + " and " + (allowed.libraries().isEmpty() ? "no library" : allowed.libraries());
    }

    private String roomOf(JavaClass type) {
        String beyond =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), root.length()));
        String[] parts = beyond.split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }
}
