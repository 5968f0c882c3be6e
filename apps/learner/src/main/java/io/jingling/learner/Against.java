package io.jingling.learner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Judge;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.learning.Evaluation;
import io.jingling.learning.Promotion.Pair;
import io.jingling.learning.Promotion.Ruling;
import io.jingling.records.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Judges a town's calls by the model in force, to compare a new one with it campaign by campaign. */
record Against(Town town, Truth truth, Judge judge, Evaluation judged) implements Detection.Listener {
    /** What a model does to the calls of some towns. */
    static Evaluation evaluate(Model by, List<Town> towns, Bar bar) throws IOException {
        Evaluation judged = new Evaluation();
        for (Town town : towns) {
            Against listener = new Against(town, town.readTruth(), new Judge(by), judged);
            town.replay(Detection.of(Capacity.TOWN, Town.LATENESS, by, listener), bar);
        }
        return judged;
    }

    @Override
    public void rings(Sighting seen) {
        judged.add(seen.call(), town.maker(truth, seen.call()), judge.judge(seen) == Action.REJECT);
    }

    @Override
    public void late(CallRecord call) {
        judged.add(call, town.maker(truth, call), false);
    }

    static void print(PrintWriter out, Ruling ruling) {
        out.println("calls of each campaign that rang, by the model in force and by the new one:");
        for (Pair pair : ruling.pairs()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-28s %6.1f%% %6.1f%%  %+.1f",
                    pair.campaign(),
                    100 * pair.before(),
                    100 * pair.after(),
                    100 * (pair.after() - pair.before())));
        }
        out.println(String.format(
                Locale.ROOT,
                "mean of %d campaigns: %.1f%% → %.1f%%, p = %.3g (Wilcoxon, one-sided)",
                ruling.pairs().size(),
                100 * ruling.meanBefore(),
                100 * ruling.meanAfter(),
                ruling.p()));
        out.println(ruling.isPromoted() ? "PROMOTED" : "NOT PROMOTED");
        ruling.reasons().forEach(reason -> out.println("  " + reason));
    }

    static ObjectNode json(Ruling ruling) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("promoted", ruling.isPromoted()).put("p", ruling.p());
        json.put("meanBefore", ruling.meanBefore()).put("meanAfter", ruling.meanAfter());
        json.set("reasons", mapper.valueToTree(ruling.reasons()));
        json.set("pairs", mapper.valueToTree(ruling.pairs()));
        return json;
    }
}
