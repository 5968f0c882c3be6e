package io.jingling.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jingling.complaints.Case;
import io.jingling.complaints.Deadline;
import io.jingling.complaints.Weighed;
import io.jingling.custody.Access;
import io.jingling.custody.Denial;
import io.jingling.custody.Release;
import io.jingling.detection.Change;
import io.jingling.domain.Action;
import io.jingling.domain.Evidence;
import io.jingling.domain.Preset;
import io.jingling.domain.Rule;
import io.jingling.platform.Publishing;
import io.jingling.platform.Ranges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the console says, it says in both languages. */
class WordsTest {
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{w:(\\w+)");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]\\w+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Words chinese = Words.in(Language.CHINESE);
    private final Words english = Words.in(Language.ENGLISH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(english.keys()).containsExactlyElementsOf(chinese.keys());
    }

    @Test
    void bothLanguagesLeaveTheSamePlacesForValues() {
        assertThat(chinese.keys())
                .allSatisfy(key -> assertThat(places(english.say(key))).as(key).isEqualTo(places(chinese.say(key))));
    }

    @Test
    void whatATemplateSaysHasWords() {
        assertThat(chinese.keys()).containsAll(found(templates(), IN_TEMPLATE));
    }

    @Test
    void everyWordIsSaidSomewhere() {
        Set<String> said = new TreeSet<>(found(templates(), IN_TEMPLATE));
        said.addAll(found(code(), IN_CODE));
        assertThat(chinese.keys().stream().filter(key -> !key.contains(".")))
                .allSatisfy(key -> assertThat(said).contains(key));
    }

    @Test
    void everyMemberOfAFamilyHasWords() {
        Stream<String> wanted = Stream.of(
                        Arrays.stream(Action.values()).map(action -> "action." + action.word()),
                        Arrays.stream(Rule.values()).map(rule -> "rule." + rule.id()),
                        Arrays.stream(Preset.values()).map(preset -> "preset." + preset.word()),
                        Arrays.stream(Groups.values())
                                .map(group -> "group." + group.name().toLowerCase(Locale.ROOT)),
                        Sessions.ROLES.stream()
                                .map(role -> "role." + role.name().toLowerCase(Locale.ROOT)),
                        Stream.of("passed", "decided", "unasked", "off", "shadow")
                                .map(state -> "step." + state),
                        Stream.of("active", "quiet", "merged").map(state -> "campaign." + state),
                        Stream.of(Change.Kind.values())
                                .filter(kind -> kind != Change.Kind.NONE)
                                .map(kind -> "change." + kind.name().toLowerCase(Locale.ROOT)),
                        Stream.of("pass", "label", "linked", "challenge", "reject")
                                .map(action -> "level." + action),
                        Arrays.stream(Publishing.State.values())
                                .map(state -> "model." + state.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(Evidence.Kind.values()).map(kind -> "evidence." + kind.word()),
                        Arrays.stream(Ranges.Reach.values())
                                .map(reach -> "reach." + reach.name().toLowerCase(Locale.ROOT)),
                        Stream.of("decision", "case", "campaign", "entry")
                                .flatMap(word -> Stream.of("about." + word, "subject." + word)),
                        Arrays.stream(Release.Stage.values())
                                .map(stage -> "stage." + stage.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(Access.Step.values()).map(step -> "access." + step.word()),
                        Arrays.stream(Denial.values())
                                .map(why -> "denial." + why.name().toLowerCase(Locale.ROOT)),
                        Stream.of("verify", "hand_over", "act", "tell", "reply", "note")
                                .flatMap(step -> Stream.of("act." + step, "actHelp." + step, "done." + step)),
                        Stream.of("done.accept", "done.withdraw", "done.appeal_answer", "done.appeal_decide"),
                        Arrays.stream(Case.Refusal.values())
                                .map(why -> "refusal." + why.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(Deadline.Basis.values()).map(basis -> "basis." + basis.word()),
                        Arrays.stream(Weighed.Doubt.values()).map(doubt -> "doubt." + doubt.word()),
                        Stream.of(1, 2, 3, 4, 5, 6, 7).map(day -> "day." + day))
                .flatMap(keys -> keys);
        assertThat(chinese.keys().stream().filter(key -> key.contains(".")))
                .containsExactlyInAnyOrderElementsOf(wanted.toList());
    }

    @Test
    void englishHasNoChineseLetters() {
        assertThat(english.keys())
                .allSatisfy(
                        key -> assertThat(english.say(key).codePoints()).as(key).noneMatch(Character::isIdeographic));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(List<String> texts, Pattern pattern) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> templates() {
        return texts("src/main/resources/templates", ".html");
    }

    private static List<String> code() {
        return texts("src/main/java/io/jingling/http/console", ".java");
    }

    private static List<String> texts(String directory, String end) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            List<String> texts = files.filter(file -> file.toString().endsWith(end))
                    .map(WordsTest::text)
                    .toList();
            assertThat(texts).as(directory).isNotEmpty();
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
