package io.jingling.house.sample.storage;

/** Offends nobody. */
public final class Neighbour {}
