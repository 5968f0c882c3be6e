package io.jingling.learner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.learning.Evaluation;
import io.jingling.learning.Evaluation.Benign;
import io.jingling.learning.Evaluation.Rotated;
import io.jingling.learning.Evaluation.Type;
import io.jingling.learning.LinkEvaluation;
import io.jingling.learning.LinkEvaluation.Links;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code evaluate} prints. */
final class EvaluationPage {
    private EvaluationPage() {}

    static void print(PrintWriter out, String name, Evaluation evaluation) {
        Benign benign = evaluation.benign();
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d of %,d benign calls rejected = %.1e (at most %.1e with 95 %% confidence); worst %s %.1e; %.0f of a"
                        + " million benign numbers ever",
                name,
                benign.rejected(),
                benign.calls(),
                benign.share(),
                benign.upper(),
                benign.worst(),
                benign.worstShare(),
                benign.callersAMillion()));
        out.println(
                "  type                       calls  rejected  calls 1-3     4-10    later  numbers  rejected  through  p90"
                        + "  of a campaign");
        for (Type type : evaluation.types()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-22s %,9d  %7.3f%%   %7.2f%% %7.2f%% %7.2f%%  %,7d   %,7d  %,7d  %,3d  %6.1f%%",
                    type.name(),
                    type.calls(),
                    100 * type.rejectedShare(),
                    100 * type.ofFirst(),
                    100 * type.ofNext(),
                    100 * type.ofLater(),
                    type.callers(),
                    type.callersRejected(),
                    type.medianThrough(),
                    type.throughP90(),
                    100 * type.campaignThrough()));
        }
        out.println(
                "  campaigns by rotation            campaigns      calls  numbers  through  of 1st hour  of 1st day  median of a"
                        + " number  minutes to 1st  never  numbers a 1000");
        for (Rotated one : evaluation.rotated()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-32s %9d  %,9d  %,7d   %5.1f%%       %5.1f%%      %5.1f%%  %18d  %14d  %5d  %14.1f",
                    one.type() + " " + one.rotation(),
                    one.campaigns(),
                    one.calls(),
                    one.numbers(),
                    100 * one.through(),
                    100 * one.throughOfHour(),
                    100 * one.throughOfDay(),
                    one.medianThrough(),
                    one.minutesToFirst(),
                    one.neverRejected(),
                    one.numbersAThousand()));
        }
    }

    static void print(PrintWriter out, Links links) {
        out.println(String.format(
                Locale.ROOT,
                "links: of %,d harassing numbers, pairs %.2f%% right and %.2f%% found, B-cubed precision %.3f, recall %.3f, F1"
                        + " %.3f; %,d benign numbers in others' campaigns; of %,d benign calls %.4f%% linked, %.4f%% strongly",
                links.numbers(),
                100 * links.pairPrecision(),
                100 * links.pairRecall(),
                links.groups().precision(),
                links.groups().recall(),
                links.groups().f1(),
                links.benignNumbers(),
                links.benignCalls(),
                100 * links.wronglyWeak(),
                100 * links.wronglyStrong()));
    }

    static ObjectNode json(String model, Map<String, Evaluation> judged, Optional<LinkEvaluation> links) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        all.put("name", model);
        judged.forEach((name, evaluation) -> {
            ObjectNode one = all.putObject(name);
            one.set("benign", mapper.valueToTree(evaluation.benign()));
            one.set("types", mapper.valueToTree(evaluation.types()));
            one.set("campaigns", mapper.valueToTree(evaluation.rotated()));
        });
        links.map(LinkEvaluation::links).ifPresent(found -> {
            ObjectNode one = mapper.valueToTree(found);
            one.put("f1", found.groups().f1());
            all.set("links", one);
        });
        return all;
    }
}
