package io.jingling.learner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jingling.detection.Capacity;
import io.jingling.detection.Change;
import io.jingling.detection.Detection;
import io.jingling.detection.Judge;
import io.jingling.detection.Linking;
import io.jingling.detection.Model;
import io.jingling.detection.Sighting;
import io.jingling.domain.Action;
import io.jingling.domain.CallRecord;
import io.jingling.learning.Evaluation;
import io.jingling.learning.LinkEvaluation;
import io.jingling.learning.Maker;
import io.jingling.learning.Promotion;
import io.jingling.learning.Promotion.Ruling;
import io.jingling.learning.ReportsRule;
import io.jingling.learning.Rival;
import io.jingling.learning.Rivals;
import io.jingling.learning.VolumeRule;
import io.jingling.records.ModelFile;
import io.jingling.records.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
    private static final String LIVE = "model, fed as a server is";
    private static final String VOLUME = "20/h or 80/d";
    private static final String REPORTS = "list after 3 reports";

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
            names = "--rivals",
            paramLabel = "FILE",
            description = "Measure these beside it, as ./jingling learn --rivals wrote them with the model.")
    private Path rivals;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Model by = model == null ? ModelFile.shipped() : ModelFile.read(model);
        List<Rival> others = rivals == null ? List.of() : Rivals.read(rivals);
        Bar bar = new Bar(spec.commandLine().getErr());
        Judged all = Parallel.reduce(Town.in(calls), town -> judged(town, by, others, bar), Judged::absorb);
        Optional<Ruling> ruling = against == null
                ? Optional.empty()
                : Optional.of(compare(all.evaluations().get(MODEL), bar));
        bar.end();
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            ObjectNode result = EvaluationPage.json(by.name(), all.evaluations(), all.links());
            ruling.ifPresent(one -> result.set("promotion", Against.json(one)));
            console.println(result);
        } else {
            all.evaluations()
                    .forEach((name, evaluation) ->
                            EvaluationPage.print(console, name.equals(MODEL) ? by.name() : name, evaluation));
            all.links().ifPresent(links -> EvaluationPage.print(console, links.links()));
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

    private Judged judged(Town town, Model by, List<Rival> rivals, Bar bar) throws IOException {
        Town known = truth == null ? town : new Town(town.calls(), truth);
        Truth who = known.readTruth();
        Judged judged = Judged.of(by, rivals);
        Optional<LinkEvaluation.Town> linked = judged.links().map(links -> links.town(call -> town.maker(who, call)));
        Judging judging = new Judging(
                call -> town.maker(who, call),
                new Judge(by),
                new LiveReplay(by),
                rivals,
                judged,
                linked,
                new VolumeRule(),
                new ReportsRule());
        known.replay(Detection.of(Capacity.TOWN, Town.LATENESS, by, judging), bar);
        return judged;
    }

    /** What each judge did to the calls of some towns. */
    private record Judged(Map<String, Evaluation> evaluations, Optional<LinkEvaluation> links) {
        static Judged of(Model by, List<Rival> rivals) {
            Map<String, Evaluation> all = new LinkedHashMap<>();
            all.put(VOLUME, new Evaluation());
            all.put(REPORTS, new Evaluation());
            rivals.forEach(rival -> all.put(rival.name(), new Evaluation()));
            all.put(LIVE, new Evaluation());
            all.put(MODEL, new Evaluation());
            return new Judged(all, by.linking().map(Linking::limits).map(LinkEvaluation::new));
        }

        void absorb(Judged other) {
            evaluations.forEach((name, evaluation) -> evaluation.absorb(other.evaluations.get(name)));
            links.ifPresent(mine -> mine.absorb(other.links.orElseThrow()));
        }

        void add(String judge, CallRecord call, Maker maker, boolean isRejected) {
            evaluations.get(judge).add(call, maker, isRejected);
        }
    }

    private record Judging(
            Function<CallRecord, Maker> truth,
            Judge judge,
            LiveReplay live,
            List<Rival> rivals,
            Judged judged,
            Optional<LinkEvaluation.Town> linked,
            VolumeRule volume,
            ReportsRule reports)
            implements Detection.Listener {
        @Override
        public void rings(Sighting seen) {
            CallRecord call = seen.call();
            Maker maker = truth.apply(call);
            Action action = judge.judge(seen);
            linked.ifPresent(to -> to.rings(seen, action));
            judged.add(MODEL, call, maker, action == Action.REJECT);
            judged.add(LIVE, call, maker, live.rings(call) == Action.REJECT);
            judged.add(VOLUME, call, maker, volume.rejects(call));
            judged.add(REPORTS, call, maker, reports.rejects(call, maker));
            for (Rival rival : rivals) {
                judged.add(rival.name(), call, maker, rival.judge(seen.features()) == Action.REJECT);
            }
        }

        @Override
        public void changed(CallRecord call, Change change) {
            linked.ifPresent(to -> to.changed(call, change));
        }

        @Override
        public void late(CallRecord call) {
            linked.ifPresent(to -> to.late(call));
            judged.evaluations().keySet().forEach(name -> judged.add(name, call, truth.apply(call), false));
        }
    }
}
