package io.jingling.evidence;

import java.util.List;

/** Ends the reading of a bundle where nothing behind could be believed. Never leaves who reads it. */
final class BundleRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    BundleRefused(String file, String reason) {
        this(List.of(new Refusal(file, reason)));
    }

    BundleRefused(List<Refusal> refusals) {
        super(refusals.getFirst().toString());
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
