package io.jingling.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jingling.custody.Person;
import io.jingling.custody.Release;
import io.jingling.custody.Release.State;
import io.jingling.domain.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish to see full numbers, as everybody who may know of it sees it: the numbers masked. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "A wish to see full numbers, and what became of it.")
record ReleaseAnswer(
        String id,

        @Schema(description = "decision, campaign or entry.", examples = "decision")
        String about,

        @Schema(description = "Which one.", examples = "1125899906842624")
        String of,

        @Schema(examples = "公(刑)立字〔2026〕1141号") String caseId,
        @Schema(examples = "核查涉嫌荐股诈骗的主叫号码") String reason,

        @Schema(description = "Masked.", examples = "[\"165****1000\"]")
        List<String> numbers,

        @Schema(
                description = "asked, released, refused, expired, or over: the time to read is over.",
                examples = "asked")
        String stage,

        PersonAnswer asker,
        String asked,

        @Schema(description = "Who answered; absent while nobody did.")
        PersonAnswer answerer,

        String answered,

        @Schema(description = "Why it was refused; else absent.")
        String refusal,

        @Schema(description = "Until when it waits for an answer, or may be read.")
        String until) {

    @Schema(description = "Somebody, by the key.")
    record PersonAnswer(
            @Schema(examples = "9f86d081884c7d65") String key,
            @Schema(examples = "王警官") String name,
            @Schema(examples = "officer") String role) {
        static PersonAnswer of(Person person) {
            return new PersonAnswer(person.key(), person.name(), person.role());
        }
    }

    static ReleaseAnswer of(Release release, Instant now) {
        return switch (release.state()) {
            case State.Asked(Instant until) -> of(release, now, null, "", "", until.toString());
            case State.Released(Person by, Instant at, Instant until) ->
                of(release, now, PersonAnswer.of(by), at.toString(), "", until.toString());
            case State.Refused(Person by, Instant at, String why) ->
                of(release, now, PersonAnswer.of(by), at.toString(), why, "");
        };
    }

    /** What is empty, or null for a document of its own, is absent in JSON. */
    private static ReleaseAnswer of(
            Release release, Instant now, PersonAnswer by, String at, String refusal, String until) {
        return new ReleaseAnswer(
                release.id().toString(),
                release.wish().subject().word(),
                release.wish().subject().id(),
                release.wish().caseId(),
                release.wish().reason(),
                release.numbers().stream().map(PhoneNumber::toString).toList(),
                release.stage(now).name().toLowerCase(Locale.ROOT),
                PersonAnswer.of(release.asker()),
                release.asked().toString(),
                by,
                at,
                refusal,
                until);
    }
}
