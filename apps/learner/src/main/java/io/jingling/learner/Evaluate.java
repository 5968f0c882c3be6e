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
import io.jingling.learning.Evaluation.Benign;
import io.jingling.learning.Evaluation.Type;
import io.jingling.learning.Maker;
import io.jingling.learning.Promotion;
import io.jingling.learning.Promotion.Ruling;
import io.jingling.learning.VolumeRule;
import io.jingling.records.ModelFile;
import io.jingling.records.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: what a model does to calls whose makers are known. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what a model does to calls whose makers are known, beside the rule of 20 calls an hour or 80 a day."
                    + " Calls through: how many calls of a number rang before its first was rejected.",
            "With --against it says whether the model may take another's place, and ends with 1 where not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./jingling evaluate --model my.model --calls town",
            "  ./jingling evaluate --calls town --json",
            "  ./jingling evaluate --model new.model --against old.model --calls town"
        })
final class Evaluate implements Callable<Integer> {
    private static final String MODEL = "model";
    private static final String VOLUME = "20/h or 80/d";

    @Option(names = "--model", paramLabel = "MODEL", description = "By which to judge; default: the shipped one.")
    private Path model;

    @Option(
            names = "--against",
            paramLabel = "MODEL",
            description =
                    "The model in force: campaign by campaign, is the other one better, and not harder on others?")
    private Path against;

    @Option(names = "--calls", paramLabel = "DIR", required = true, description = "A folder with calls.csv.")
    private Path calls;

    @Option(names = "--truth", paramLabel = "FILE", description = "Who made them; default: truth.csv beside them.")
    private Path truth;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write what was said of each call, with who made it: CSV " + Said.HEADER + ".")
    private Path out;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Model by = model == null ? ModelFile.shipped() : ModelFile.read(model);
        Map<String, Evaluation> judged = new LinkedHashMap<>();
        judged.put(MODEL, new Evaluation());
        judged.put(VOLUME, new Evaluation());
        Bar bar = new Bar(spec.commandLine().getErr());
        Optional<Said> said = out == null ? Optional.empty() : Optional.of(new Said(out));
        for (Town town : Town.in(calls)) {
            Town known = truth == null ? town : new Town(town.calls(), truth);
            Judging judging = new Judging(town, known.readTruth(), new Judge(by), judged, said);
            known.replay(Detection.of(Capacity.TOWN, Town.LATENESS, by, judging), bar);
        }
        Optional<Ruling> ruling = against == null ? Optional.empty() : Optional.of(compare(judged.get(MODEL), bar));
        bar.end();
        said.ifPresent(Said::close);
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            ObjectNode all = json(by, judged);
            ruling.ifPresent(one -> all.set("promotion", Against.json(one)));
            console.println(all);
        } else {
            judged.forEach((name, evaluation) -> print(console, name.equals(MODEL) ? by.name() : name, evaluation));
            ruling.ifPresent(one -> Against.print(console, one));
        }
        return ruling.map(Ruling::isPromoted).orElse(true) ? 0 : 1;
    }

    private Ruling compare(Evaluation after, Bar bar) throws IOException {
        List<Town> towns = Town.in(calls).stream()
                .map(town -> truth == null ? town : new Town(town.calls(), truth))
                .toList();
        Evaluation before = Against.evaluate(ModelFile.read(against), towns, bar);
        return Promotion.judge(before, after, Promotion.Rule.USUAL);
    }

    private record Judging(
            Town town, Truth truth, Judge judge, Map<String, Evaluation> judged, Optional<Said> said, VolumeRule volume)
            implements Detection.Listener {
        Judging(Town town, Truth truth, Judge judge, Map<String, Evaluation> judged, Optional<Said> said) {
            this(town, truth, judge, judged, said, new VolumeRule());
        }

        @Override
        public void rings(Sighting seen) {
            CallRecord call = seen.call();
            Maker maker = town.maker(truth, call);
            Action action = judge.judge(seen);
            said.ifPresent(to -> to.add(seen, maker, judge.logOdds(), action));
            judged.get(MODEL).add(call, maker, action == Action.REJECT);
            judged.get(VOLUME).add(call, maker, volume.rejects(call));
        }

        @Override
        public void late(CallRecord call) {
            judged.values().forEach(each -> each.add(call, town.maker(truth, call), false));
        }
    }

    private static void print(PrintWriter out, String name, Evaluation evaluation) {
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
    }

    private static ObjectNode json(Model by, Map<String, Evaluation> judged) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        all.put("model", by.name());
        judged.forEach((name, evaluation) -> {
            ObjectNode one = all.putObject(name);
            one.set("benign", mapper.valueToTree(evaluation.benign()));
            one.set("types", mapper.valueToTree(evaluation.types()));
        });
        return all;
    }
}
