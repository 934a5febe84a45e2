package org.concordat.server.alignment.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the judges of a round agreed on about a link.
 *
 * @param step the number of the level, 0 for no impact
 * @param dissent what some still hold against it, or null
 */
public record Agreed(int step, String because, @Nullable String dissent, Instant at) {}
