package io.jingling.http;

import io.jingling.domain.PhoneNumber;
import io.jingling.platform.BundleOrder;
import io.jingling.platform.BundleOrder.About;
import io.jingling.platform.BundleOrder.Handed;
import io.jingling.platform.BundleOrder.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a bundle is to be made of, as it is sent. */
@Schema(description = "What a bundle is to be made of: at least one caller, decision or campaign.")
record BundleSent(
        @Schema(required = true, description = "The case at who receives it.", examples = "公(刑)立字〔2026〕1141号")
        String caseId,

        @Schema(required = true, examples = "供公安机关核查") String purpose,

        @Schema(description = "Callers by their numbers.") List<String> callers,

        @Schema(description = "The callers of these decisions.")
        List<String> decisions,

        @Schema(description = "All numbers of this campaign, and its story.")
        String campaign,

        @Schema(
                description =
                        "The complainant's id from /v1/subscribers/lookup, whose calls are told one by one; no other's are.")
        String subscriberId,

        @Schema(description = "A release of yours for the same case: its numbers are in full. Masked where absent.")
        String release,

        @Schema(description = "With an offset; seven days before to where absent.")
        String from,

        @Schema(description = "With an offset; now where absent.")
        String to,

        @Schema(description = "What somebody handed in.") List<FileSent> files) {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(366);

    @Schema(description = "A file that somebody handed in.")
    record FileSent(
            @Schema(required = true, examples = "recording.wav")
            String name,

            @Schema(
                    required = true,
                    description = "recording, screenshot, sms, transfer, call_log, or another word.",
                    examples = "recording")
            String sort,

            @Schema(required = true, description = "Who handed it in.", examples = "报案人")
            String from,

            @Schema(required = true, description = "How it was made.", examples = "来电时由手机录音")
            String how,

            @Schema(required = true, description = "Base64.")
            String content) {
        Handed toHanded() {
            try {
                byte[] bytes = Base64.getDecoder().decode(text(content));
                return new Handed(text(name), text(sort), text(from), text(how), bytes);
            } catch (IllegalArgumentException wrong) {
                boolean ours = String.valueOf(wrong.getMessage()).contains(": got ");
                throw ours ? wrong : new IllegalArgumentException("content: got no Base64, want it (RFC 4648 §4)");
            }
        }
    }

    /** @param numberOf the number behind a subscriber's id */
    BundleOrder toOrder(Function<String, PhoneNumber> numberOf, Instant now) {
        Moment.Span asked = Moment.span(from, to, now, USUAL, LONGEST);
        List<PhoneNumber> known = all("callers", callers, one -> Numbers.read("callers", one));
        List<Long> ids = all("decisions", decisions, BundleSent::decision);
        List<Handed> handed = all("files", files, one -> one.toHanded());
        PhoneNumber complainant = text(subscriberId).isEmpty() ? PhoneNumber.HIDDEN : numberOf.apply(subscriberId);
        return named(() -> new BundleOrder(
                text(caseId),
                text(purpose),
                new About(known, ids, text(campaign)),
                complainant,
                text(release),
                new Span(asked.from(), asked.to()),
                handed));
    }

    private static long decision(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new BadInput("decisions", "something else", "ids of decisions");
        }
        return Long.parseLong(id);
    }

    private static <S, T> List<T> all(String field, List<S> sent, Function<S, T> reader) {
        List<T> read = new ArrayList<>();
        if (sent != null) {
            for (int i = 0; i < sent.size(); i++) {
                S one = sent.get(i);
                if (one == null) {
                    throw new BadInput(field + "[" + i + "]", "null", "what /q/openapi describes");
                }
                read.add(named(() -> reader.apply(one)));
            }
        }
        return read;
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }

    /** The core names the field first. */
    static <T> T named(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException refused) {
            throw BadInput.of(String.valueOf(refused.getMessage()).replaceFirst(":.*", ""), refused);
        }
    }
}
