package io.jingling.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jingling.house.House.Module;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the arrows: edges know the core, apps know edges, features know only the words. */
class ArchitectureTest {
    private static final String SAMPLE = "io.jingling.house.sample";

    @Test
    void everyArrowIsAllowed() {
        Arrows arrows = new Arrows("io.jingling");
        List<String> violations = new ArrayList<>();
        for (Module module : House.find().modules()) {
            violations.addAll(arrows.violations(module.mainClasses()));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void aForbiddenArrowIsNamedWithWhatIsAllowed() {
        assertThat(sampleViolations())
                .anyMatch(line -> line.equals(SAMPLE + ".domain.Upwards → " + SAMPLE
                        + ".platform.Top: domain may know no other room and no library"))
                .anyMatch(
                        line -> line.contains(
                                "sip.Sideways → " + SAMPLE + ".storage.Neighbour: sip may know "
                                        + "[complaints, custody, detection, domain, evidence, platform, screening, statistics, text, wishes] and [io.netty.]"));
    }

    @Test
    void aLibraryInTheCoreIsForbidden() {
        assertThat(sampleViolations()).anyMatch(line -> line.contains("domain.Upwards → org.assertj."));
    }

    @Test
    void anArrowInAnArrayAGenericTypeOrAnAnnotationIsSeen() {
        assertThat(sampleViolations())
                .anyMatch(line -> line.contains("domain.Hidden → " + SAMPLE + ".storage.Neighbour"))
                .anyMatch(line -> line.contains("domain.Hidden → " + SAMPLE + ".sip.Sideways"))
                .anyMatch(line -> line.contains("domain.Hidden → org.junit.jupiter.api.Tag"));
    }

    @Test
    void aRoomThatTheHouseDoesNotHaveIsForbidden() {
        assertThat(sampleViolations()).anyMatch(line -> line.contains("attic.Stray: got room \"attic\", want one of"));
    }

    @Test
    void anAllowedArrowIsNotNamed() {
        assertThat(sampleViolations()).noneMatch(line -> line.contains("platform.Top" + " →"));
    }

    @Test
    void noModuleIsEmptyOfClasses() {
        assertThat(House.find().modules())
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(module -> assertThat(module.mainClasses()).isNotEmpty());
    }

    private static List<String> sampleViolations() {
        return new Arrows(SAMPLE).violations(new ClassFileImporter().importPackages(SAMPLE));
    }
}
