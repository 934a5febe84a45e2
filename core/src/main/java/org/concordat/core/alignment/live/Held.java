package org.concordat.core.alignment.live;

/**
 * An entry with its place in the list that it was written in. Places only grow; one that was given
 * up stays empty.
 */
record Held<T>(long place, T entry) {}
