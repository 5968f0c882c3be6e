package io.jingling.http.console;

import io.jingling.detection.CampaignView;
import io.jingling.detection.Ground;
import io.jingling.detection.Signal;
import io.jingling.domain.Action;
import io.jingling.domain.Category;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Preset;
import io.jingling.domain.Reason;
import io.jingling.domain.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Everything the console says, in one language; the sentences are in {@code words-*.properties}. */
final class Words {
    private static final Words CHINESE = new Words(Language.CHINESE);
    private static final Words ENGLISH = new Words(Language.ENGLISH);

    private final Language language;
    private final Map<String, String> sentences = new TreeMap<>();

    private Words(Language language) {
        this.language = language;
        Properties read = new Properties();
        String file = "words-" + language.tag() + ".properties";
        try (InputStream stream = Words.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
    }

    static Words in(Language language) {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return sentences.keySet();
    }

    /**
     * The sentence with this key.
     *
     * @param values take the places of {@code {0}}, {@code {1}} …
     * @throws IllegalArgumentException where there is none
     */
    String say(String key, Object... values) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("words: got key \"" + key + "\", want one that the console says");
        }
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return sentence;
    }

    String of(Action action) {
        return say("action." + action.word());
    }

    String of(Category category) {
        return chinese() ? category.chinese() : capital(category.english());
    }

    String of(NumberKind kind) {
        return chinese() ? kind.chinese() : kind.english();
    }

    /** As an operator reads it; a reason's own sentence speaks to the subscriber. */
    String of(Rule rule) {
        return say("rule." + rule.id());
    }

    String of(Preset preset) {
        return chinese() ? preset.chinese() : say("preset." + preset.word());
    }

    String of(Reason reason) {
        return chinese() ? reason.chinese() : capital(reason.english());
    }

    String of(CampaignView.State state) {
        return say(
                switch (state) {
                    case CampaignView.State.Active active -> "campaign.active";
                    case CampaignView.State.Quiet quiet -> "campaign.quiet";
                    case CampaignView.State.Merged merged -> "campaign.merged";
                });
    }

    String of(CampaignView campaign) {
        return chinese() ? campaign.chinese() : campaign.english();
    }

    String of(Signal.Family family) {
        return chinese() ? family.chinese() : capital(family.english());
    }

    String of(Ground ground) {
        return chinese() ? ground.chinese() : ground.english();
    }

    /** Masked, as everywhere. */
    String of(PhoneNumber number) {
        return number.isKnown() ? number.toString() : say(number.equals(PhoneNumber.HIDDEN) ? "hidden" : "invalid");
    }

    private boolean chinese() {
        return language == Language.CHINESE;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
