package io.jingling.learning;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import io.jingling.detection.SequenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Learns a gated recurrent unit with PyTorch, and takes its weights out of it. */
public final class SequenceLearner {
    private static final String ENGINE = "PyTorch";

    private SequenceLearner() {}

    /**
     * How to learn.
     *
     * @param rounds over all pieces
     * @param batch pieces at a time
     * @param rate how far a step goes (Adam)
     */
    public record Settings(int rounds, int batch, float rate, int seed) {}

    /**
     * A model, and how far it is from what PyTorch itself says of some of the pieces.
     *
     * @param gap the largest difference of an output
     */
    record Learned(SequenceModel model, float gap) {}

    /** @param progress is told of the share that is done, 0 to 1 */
    static Learned learn(Sequences sequences, Settings settings, DoubleConsumer progress) {
        Engine.getEngine(ENGINE).setRandomSeed(settings.seed());
        SequentialBlock block = new SequentialBlock()
                .add(GRU.builder()
                        .setNumLayers(1)
                        .setStateSize(SequenceModel.UNITS)
                        .optBatchFirst(true)
                        .optReturnState(false)
                        .build())
                .add(Linear.builder().setUnits(1).build());
        try (Model model = Model.newInstance("sequence", ENGINE)) {
            model.setBlock(block);
            Optimizer adam = Optimizer.adam()
                    .optLearningRateTracker(Tracker.fixed(settings.rate()))
                    .build();
            // The loss is our own, below, as pieces have weights.
            DefaultTrainingConfig config =
                    new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss()).optOptimizer(adam);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(settings.batch(), sequences.length(), sequences.width()));
                run(trainer, sequences, settings, progress);
                SequenceModel learned = weights(block);
                return new Learned(learned, gap(trainer, learned, Batch.first(sequences, settings.batch())));
            }
        }
    }

    private static void run(Trainer trainer, Sequences sequences, Settings settings, DoubleConsumer progress) {
        Random random = new Random(settings.seed());
        int batches = Math.ceilDiv(sequences.count(), settings.batch());
        for (int round = 0; round < settings.rounds(); round++) {
            int[] order = byLength(sequences, shuffled(sequences.count(), random));
            int[] batchesInTurn = shuffled(batches, random);
            for (int batch = 0; batch < batches; batch++) {
                int from = batchesInTurn[batch] * settings.batch();
                learnFrom(trainer, Batch.of(sequences, order, from, settings.batch()));
                progress.accept((round * batches + batch + 1.0) / (settings.rounds() * batches));
            }
        }
    }

    /** Pieces of about one length stand together, so that few steps are made behind the end of a short one. */
    private static int[] byLength(Sequences sequences, int[] order) {
        return Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingInt(
                        piece -> Integer.numberOfLeadingZeros(sequences.lengths()[piece] - 1)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void learnFrom(Trainer trainer, Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray inputs = manager.create(batch.inputs(), new Shape(batch.count(), batch.length(), batch.width()));
            Shape shape = new Shape(batch.count(), batch.length());
            NDArray labels = manager.create(batch.labels(), shape);
            NDArray weights = manager.create(batch.weights(), shape);
            inputs.attach(manager);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray scores = trainer.forward(new NDList(inputs)).singletonOrThrow();
                NDArray odds = scores.reshape(shape);
                // log(1 + e^x) - y x, written so that no power overflows.
                NDArray each = odds.maximum(0)
                        .sub(odds.mul(labels))
                        .add(odds.abs().neg().exp().add(1).log());
                NDArray loss = each.mul(weights).sum().div(weights.sum().add(1e-6f));
                gradients.backward(loss);
            }
            trainer.step();
        }
    }

    private static float gap(Trainer trainer, SequenceModel learned, Batch batch) {
        float[] theirs;
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray inputs = manager.create(batch.inputs(), new Shape(batch.count(), batch.length(), batch.width()));
            theirs = trainer.evaluate(new NDList(inputs)).singletonOrThrow().toFloatArray();
        }
        float most = 0;
        float[] step = new float[batch.width()];
        float[] scratch = new float[6 * SequenceModel.UNITS];
        for (int piece = 0; piece < batch.count(); piece++) {
            float[] state = new float[SequenceModel.UNITS];
            for (int i = 0; i < batch.length(); i++) {
                int at = piece * batch.length() + i;
                System.arraycopy(batch.inputs(), at * batch.width(), step, 0, batch.width());
                learned.step(step, state, scratch);
                most = Math.max(most, Math.abs(learned.output(state) - theirs[at]));
            }
        }
        return most;
    }

    /** Some pieces, side by side. */
    private record Batch(int count, int length, int width, float[] inputs, float[] labels, float[] weights) {
        static Batch first(Sequences all, int most) {
            return of(all, IntStream.range(0, all.count()).toArray(), 0, most);
        }

        static Batch of(Sequences all, int[] order, int from, int most) {
            int count = Math.min(most, order.length - from);
            int length = 1;
            for (int i = 0; i < count; i++) {
                length = Math.max(length, all.lengths()[order[from + i]]);
            }
            int numbers = length * all.width();
            float[] inputs = new float[count * numbers];
            float[] labels = new float[count * length];
            float[] weights = new float[count * length];
            for (int i = 0; i < count; i++) {
                int piece = order[from + i];
                int place = piece * all.length();
                System.arraycopy(all.inputs(), place * all.width(), inputs, i * numbers, numbers);
                System.arraycopy(all.labels(), place, labels, i * length, length);
                System.arraycopy(all.weights(), place, weights, i * length, length);
            }
            return new Batch(count, length, all.width(), inputs, labels, weights);
        }
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static SequenceModel weights(SequentialBlock block) {
        List<float[]> arrays = new ArrayList<>();
        for (Pair<String, Parameter> one : block.getParameters()) {
            arrays.add(one.getValue().getArray().toFloatArray());
        }
        return new SequenceModel(
                arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), arrays.get(4), arrays.get(5)[0]);
    }
}
