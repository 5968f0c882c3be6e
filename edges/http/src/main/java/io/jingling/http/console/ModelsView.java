package io.jingling.http.console;

import io.jingling.detection.Comparison;
import io.jingling.detection.Drift;
import io.jingling.platform.Preview;
import io.jingling.platform.Publishing;
import io.jingling.platform.Publishing.State;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Models that were sent, and how the one in force does.
 *
 * @param sent the newest first
 * @param canRollBack whether there is one before
 * @param drift how far calls have moved; the features that moved most first
 */
record ModelsView(List<Sent> sent, boolean canRollBack, Moved drift) {
    private static final int SERIES_MAX = 6;

    /**
     * A model that was sent.
     *
     * @param state its word, which is also its style
     */
    record Sent(String id, String name, String sha, String signer, String at, String state, String stateName) {
        static Sent of(Publishing.Standing one, Words words) {
            String state = one.state().name().toLowerCase(Locale.ROOT);
            return new Sent(
                    one.model().id(),
                    one.model().name(),
                    one.model().sha256(),
                    one.model().signer(),
                    Times.day(one.model().at()) + " " + Times.minute(one.model().at()),
                    state,
                    words.say("model." + state));
        }

        public boolean isInForce() {
            return state.equals("in_force") || state.equals("coming");
        }
    }

    /**
     * How far calls have moved from those that the model began with.
     *
     * @param isKnown false until there are enough calls
     */
    record Moved(
            boolean isKnown, String calls, List<Series> series, String calibration, String heldOut, String appeals) {
        static Moved of(Drift.Report report) {
            List<Series> most = report.series().stream()
                    .sorted(Comparator.comparingDouble(one -> -one.psi()))
                    .limit(SERIES_MAX)
                    .map(one -> new Series(one.name(), decimal(one.psi()), decimal(one.ks())))
                    .toList();
            return new Moved(
                    report.later() > 0 && !most.isEmpty(),
                    Figures.number(report.reference() + report.later()),
                    most,
                    report.heldOut() == 0 ? "–" : decimal(report.calibrationError()),
                    Figures.number(report.heldOut()),
                    String.format(Locale.ROOT, "%.1f", report.appealsPer10000()));
        }
    }

    /** One feature. */
    record Series(String name, String psi, String ks) {}

    /**
     * What a model would change.
     *
     * @param state {@code running}, {@code waiting}, {@code failed} or {@code done}
     * @param says how far it is, or why it failed
     */
    record Changes(Sent model, String state, String says, Side newly, Side noLonger) {
        static Changes of(Sent model, Preview preview, Words words) {
            return switch (preview) {
                case Preview.Running running ->
                    unfinished(model, "running", words.say("previewRunning", Figures.number(running.calls())));
                case Preview.Waiting waiting ->
                    unfinished(model, "waiting", words.say("previewWaiting", waiting.other()));
                case Preview.Failed failed -> unfinished(model, "failed", words.say("previewFailed", failed.why()));
                case Preview.Done done ->
                    new Changes(
                            model,
                            "done",
                            words.say(
                                    "previewDone", Figures.number(done.result().calls()), Times.moment(done.at())),
                            Side.of(done.result().newly(), words),
                            Side.of(done.result().noLonger(), words));
            };
        }

        private static Changes unfinished(Sent model, String state, String says) {
            return new Changes(model, state, says, Side.NOTHING, Side.NOTHING);
        }

        public boolean isDone() {
            return state.equals("done");
        }

        public boolean mayPublish() {
            return isDone() && !model.isInForce();
        }
    }

    /** Calls that one model alone would block. */
    record Side(String calls, String numbers, List<Blocked> listed) {
        static final Side NOTHING = new Side("0", "0", List.of());

        static Side of(Comparison.Side side, Words words) {
            return new Side(
                    Figures.number(side.calls()),
                    Figures.number(side.numbers()) + (side.isFull() ? "+" : ""),
                    side.listed().stream().map(one -> Blocked.of(one, words)).toList());
        }
    }

    /** A number, masked, and what speaks against it. */
    record Blocked(String number, String kind, long calls, String grounds) {
        static Blocked of(Comparison.Listed one, Words words) {
            return new Blocked(
                    words.of(one.number()),
                    words.of(one.number().kind()),
                    one.calls(),
                    one.grounds().stream().map(words::of).collect(Collectors.joining(words.say("semicolon"))));
        }
    }

    static ModelsView of(Publishing publishing, Drift.Report drift, Words words) {
        return new ModelsView(
                publishing.all().reversed().stream()
                        .map(one -> Sent.of(one, words))
                        .toList(),
                publishing.all().stream().anyMatch(one -> one.state() == State.IN_FORCE || one.state() == State.COMING),
                Moved.of(drift));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
