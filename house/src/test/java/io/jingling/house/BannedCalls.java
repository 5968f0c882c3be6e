package io.jingling.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds uses of what is banned in compiled classes: calls, method references, fields, annotations.
 *
 * <p>A line is let off where it, or the line above it, says why: {@code // tidy: <a sentence>}.
 *
 * @param sources the folder that the classes were compiled from
 */
record BannedCalls(Path sources) {
    private static final Pattern EXCUSE = Pattern.compile("// tidy: \\S+( \\S+){2,}");

    List<String> violations(Iterable<JavaClass> classes, List<Ban> bans) {
        Set<String> found = new LinkedHashSet<>();
        for (JavaClass type : classes) {
            type.getAccessesFromSelf().stream()
                    .filter(access -> !isExcused(type, access.getLineNumber()))
                    .forEach(
                            access -> found.addAll(hits(bans, access.getTarget().getFullName(), place(type, access))));
            annotations(type)
                    .forEach(annotation ->
                            found.addAll(hits(bans, annotation.getRawType().getName(), type.getName())));
        }
        return new ArrayList<>(found);
    }

    private static List<String> hits(List<Ban> bans, String used, String place) {
        return bans.stream()
                .filter(ban -> ban.hits(used))
                .map(ban -> place + ": got " + used + ", want " + ban.instead())
                .toList();
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(JavaClass type) {
        return Stream.concat(
                type.getAnnotations().stream(),
                type.getMembers().stream().map(JavaMember::getAnnotations).flatMap(Set::stream));
    }

    private static String place(JavaClass type, JavaAccess<?> access) {
        return type.getName() + ":" + access.getLineNumber();
    }

    private boolean isExcused(JavaClass type, int line) {
        Path source = sources.resolve(type.getPackageName().replace('.', '/'))
                .resolve(type.getSource().flatMap(from -> from.getFileName()).orElse("unknown"));
        if (line < 1 || !Files.exists(source)) {
            return false;
        }
        List<String> lines = House.read(source).lines().toList();
        return Stream.of(line - 2, line - 1)
                .filter(index -> index >= 0 && index < lines.size())
                .anyMatch(index -> EXCUSE.matcher(lines.get(index)).find());
    }
}
