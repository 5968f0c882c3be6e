package io.jingling.learner;

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
                    + " Calls through: how many calls of a number rang before its first was rejected."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./jingling evaluate --model my.model --calls town", "  ./jingling evaluate --calls town --json"})
final class Evaluate implements Callable<Integer> {
    private static final String MODEL = "model";
    private static final String VOLUME = "20/h or 80/d";
    private static final String REPORTS = "list after 3 reports";

    @Option(names = "--model", paramLabel = "MODEL", description = "By which to judge; default: the shipped one.")
    private Path model;

    @Option(names = "--calls", paramLabel = "DIR", required = true, description = "A folder with calls.csv.")
    private Path calls;

    @Option(names = "--truth", paramLabel = "FILE", description = "Who made them; default: truth.csv beside them.")
    private Path truth;

    @Option(
            names = "--rivals",
            paramLabel = "FILE",
            description = "Measure these beside it, as ./jingling learn --rivals wrote them with the model.")
    private Path rivals;

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
        List<Rival> others = rivals == null ? List.of() : Rivals.read(rivals);
        Map<String, Evaluation> judged = new LinkedHashMap<>();
        judged.put(VOLUME, new Evaluation());
        judged.put(REPORTS, new Evaluation());
        others.forEach(rival -> judged.put(rival.name(), new Evaluation()));
        judged.put(MODEL, new Evaluation());
        Optional<LinkEvaluation> links = by.linking().map(Linking::limits).map(LinkEvaluation::new);
        Bar bar = new Bar(spec.commandLine().getErr());
        Optional<Said> said = out == null ? Optional.empty() : Optional.of(new Said(out));
        for (Town town : Town.in(calls)) {
            Town known = truth == null ? town : new Town(town.calls(), truth);
            Truth who = known.readTruth();
            Optional<LinkEvaluation.Town> linked = links.map(all -> all.town(call -> town.maker(who, call)));
            Judging judging = new Judging(town, who, new Judge(by), others, judged, linked, said);
            known.replay(Detection.of(Capacity.TOWN, Town.LATENESS, by, judging), bar);
        }
        bar.end();
        said.ifPresent(Said::close);
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            console.println(EvaluationPage.json(by.name(), judged, links));
        } else {
            judged.forEach((name, evaluation) ->
                    EvaluationPage.print(console, name.equals(MODEL) ? by.name() : name, evaluation));
            links.ifPresent(all -> EvaluationPage.print(console, all.links()));
        }
        return 0;
    }

    private record Judging(
            Town town,
            Truth truth,
            Judge judge,
            List<Rival> rivals,
            Map<String, Evaluation> judged,
            Optional<LinkEvaluation.Town> linked,
            Optional<Said> said,
            VolumeRule volume,
            ReportsRule reports)
            implements Detection.Listener {
        Judging(
                Town town,
                Truth truth,
                Judge judge,
                List<Rival> rivals,
                Map<String, Evaluation> judged,
                Optional<LinkEvaluation.Town> linked,
                Optional<Said> said) {
            this(town, truth, judge, rivals, judged, linked, said, new VolumeRule(), new ReportsRule());
        }

        @Override
        public void rings(Sighting seen) {
            CallRecord call = seen.call();
            Maker maker = town.maker(truth, call);
            Action action = judge.judge(seen);
            linked.ifPresent(to -> to.rings(seen, action));
            said.ifPresent(to -> to.add(seen, maker, judge.logOdds(), action));
            judged.get(MODEL).add(call, maker, action == Action.REJECT);
            judged.get(VOLUME).add(call, maker, volume.rejects(call));
            judged.get(REPORTS).add(call, maker, reports.rejects(call, maker));
            for (Rival rival : rivals) {
                judged.get(rival.name()).add(call, maker, rival.judge(seen.features()) == Action.REJECT);
            }
        }

        @Override
        public void changed(CallRecord call, Change change) {
            linked.ifPresent(to -> to.changed(call, change));
        }

        @Override
        public void late(CallRecord call) {
            linked.ifPresent(to -> to.late(call));
            judged.values().forEach(each -> each.add(call, town.maker(truth, call), false));
        }
    }
}
