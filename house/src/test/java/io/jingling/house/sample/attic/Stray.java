package io.jingling.house.sample.attic;

/** Offends by where it stands. */
public final class Stray {}
