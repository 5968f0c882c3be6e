package io.jingling.detection;

import java.util.Optional;

/** Reads into a sighting what is known of a call as it begins to ring; makes no object. */
final class Reading {
    final Sighting sighting;
    private final Memory memory;
    private final Optional<Linker> linker;
    private final float[] state = new float[SequenceModel.UNITS];
    private Optional<Model> model;
    private Optional<SequenceModel> sequence;

    /** The linker must read the same memory. */
    Reading(Memory memory, Optional<Linker> linker, Optional<Model> model) {
        this.memory = memory;
        this.linker = linker;
        this.sighting = new Sighting(linker);
        this.model = model;
        this.sequence = model.flatMap(Model::sequence);
    }

    /** The same memory and campaigns, but nothing is changed by being read. */
    Reading looking() {
        Memory looking = memory.looking();
        return new Reading(looking, linker.map(by -> by.looking(looking)), model);
    }

    /** Judges by another model from now on. */
    void follow(Model other) {
        model = Optional.of(other);
        sequence = other.sequence();
        if (linker.isPresent() && other.linking().isPresent()) {
            Linking by = other.linking().get();
            linker.get().follow(by, by.limits());
        }
    }

    Sighting read(TimedCall call, long millis) {
        return read(call, millis, false);
    }

    /** @param hasParts whether the sighting also tells how much each feature had a part in what it says */
    Sighting read(TimedCall call, long millis, boolean hasParts) {
        float[] features = sighting.features;
        sighting.call = call.record;
        memory.read(call, millis, features);
        if (sequence.isPresent()) {
            memory.caller().sequence(state);
            features[Feature.SEQUENCE.ordinal()] = sequence.get().output(state);
        }
        sighting.hasParts = hasParts && model.isPresent();
        sighting.own = model.isPresent() ? own(model.get(), features) : 0;
        if (linker.isPresent()) {
            link(linker.get(), call, millis);
        }
        return sighting;
    }

    private float own(Model by, float[] features) {
        return sighting.hasParts ? by.logOdds(features, sighting.parts) : by.logOdds(features);
    }

    private void link(Linker by, TimedCall call, long millis) {
        by.read(call, sighting.own, sighting.features, millis);
        memory.readClues(call, millis, sighting.features, sighting.clues);
        sighting.clues[Clue.OWN.ordinal()] = sighting.own;
        by.readClues(sighting.clues, millis);
        sighting.campaign = by.campaign();
        sighting.numbers = by.numbers();
        sighting.families = by.families();
        sighting.link = by.link();
    }
}
