package io.jingling.learner;

import io.jingling.detection.Capacity;
import io.jingling.detection.Detection;
import io.jingling.detection.Linking.Limits;
import io.jingling.detection.Model;
import io.jingling.detection.Trees;
import io.jingling.learning.Examples.Choice;
import io.jingling.learning.LinkExamples;
import io.jingling.learning.LinkLearning.Links;
import io.jingling.records.Truth;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells of towns' calls what is found out about campaigns, to learn from. */
record LinkReplay(Model model, Bar bar) {
    /** Links are true. */
    LinkExamples byTruth(float founding, Choice choice, List<Town> towns) throws IOException {
        Limits limits = new Limits(founding, 0, 0, 0);
        return Parallel.reduce(towns, town -> links(Optional.empty(), limits, choice, town), LinkExamples::absorb);
    }

    /** Links are as they were learned. */
    LinkExamples by(Links links, Choice choice, List<Town> towns) throws IOException {
        Optional<Trees> trees = Optional.of(links.trees());
        return Parallel.reduce(towns, town -> links(trees, links.limits(), choice, town), LinkExamples::absorb);
    }

    private LinkExamples links(Optional<Trees> trees, Limits limits, Choice choice, Town town) throws IOException {
        Truth truth = town.readTruth();
        LinkExamples examples = new LinkExamples(call -> town.maker(truth, call), town.choice(truth, choice), trees);
        town.replay(Detection.linking(Capacity.TOWN, Town.LATENESS, model, examples, limits, examples), bar);
        return examples;
    }
}
