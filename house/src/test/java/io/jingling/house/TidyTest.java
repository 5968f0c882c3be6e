package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jingling.house.House.Module;
import io.jingling.house.sample.Excused;
import io.jingling.house.sample.Offences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps banned calls, leftovers and bare numbers out; every message says what to use instead. */
class TidyTest {
    private static final House HOUSE = House.find();
    private static final Path SAMPLES = HOUSE.root().resolve("house/src/test/java");
    private static final JavaClasses OFFENCES = new ClassFileImporter().importClasses(Offences.class);
    private static final JavaClasses EXCUSED = new ClassFileImporter().importClasses(Excused.class);

    @Test
    void theCoreHasNoClockDiceDiskNetworkOrThreads() {
        assertThat(inMain("core", Ban.IN_CORE)).isEmpty();
    }

    @Test
    void nothingDependsOnTheMachineItRunsOn() {
        assertThat(inMain("", Ban.IN_ALL)).isEmpty();
    }

    @Test
    void onlyAppsSpeakToATerminal() {
        assertThat(inMain("core", Ban.OUTSIDE_APPS)).isEmpty();
        assertThat(inMain("edges/", Ban.OUTSIDE_APPS)).isEmpty();
    }

    @Test
    void noTestSleepsIsSkippedOrDependsOnChance() {
        List<String> violations = new ArrayList<>();
        for (Module module : HOUSE.modules()) {
            BannedCalls calls = new BannedCalls(module.path().resolve("src/test/java"));
            violations.addAll(calls.violations(module.testClasses(), Ban.IN_TESTS));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void noTextHasALeftoverMarkerOrAPathOfOneMachine() {
        assertThat(inTexts(Texts::leftovers)).isEmpty();
    }

    @Test
    void noLogLineOrMessageRevealsANumber() {
        assertThat(inTexts(Texts::bareNumbers)).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsOnOneShortPage() {
        List<String> violations = new ArrayList<>();
        for (Module module : HOUSE.modules()) {
            violations.addAll(Texts.pagesOfRooms(module.path().resolve("src/main/java")));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void noTypeHasANameThatSaysNothing() {
        List<String> violations = new ArrayList<>();
        for (Module module : HOUSE.modules()) {
            module.mainClasses().stream()
                    .flatMap(type -> Texts.emptyNames(type.getName()).stream())
                    .forEach(violations::add);
        }
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bans")
    void everyBanIsFoundWhereItIsBroken(Ban ban) {
        assertThat(inSample(OFFENCES, List.of(ban)))
                .as("Offences.java breaks %s", ban.what())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("Offences", ": got ", ", want " + ban.instead()));
    }

    static Stream<Ban> bans() {
        return Stream.of(Ban.IN_CORE, Ban.IN_ALL, Ban.OUTSIDE_APPS, Ban.IN_TESTS)
                .flatMap(List::stream);
    }

    @Test
    void whatIsAllowedIsNotFound() {
        List<Ban> all = bans().toList();
        assertThat(inSample(EXCUSED, all)).isEmpty();
    }

    private static List<String> inMain(String modules, List<Ban> bans) {
        List<String> violations = new ArrayList<>();
        for (Module module : HOUSE.modules()) {
            if (module.name().startsWith(modules)) {
                BannedCalls calls = new BannedCalls(module.path().resolve("src/main/java"));
                violations.addAll(calls.violations(module.mainClasses(), bans));
            }
        }
        return violations;
    }

    private static List<String> inSample(JavaClasses sample, List<Ban> bans) {
        return new BannedCalls(SAMPLES).violations(sample, bans);
    }

    private static List<String> inTexts(TextCheck check) {
        List<String> violations = new ArrayList<>();
        for (Path text : HOUSE.texts()) {
            violations.addAll(check.violations(HOUSE.shown(text), House.read(text)));
        }
        return violations;
    }

    private interface TextCheck {
        List<String> violations(String name, String text);
    }
}
