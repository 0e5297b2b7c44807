package io.tapstack.patterns.composition;

import java.util.Set;

/** A function of a random stack: what it is given, and what feeds it. */
record Worker(Set<Gift> gifts, Set<Feed> feeds) {}
