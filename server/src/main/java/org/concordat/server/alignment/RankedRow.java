package org.concordat.server.alignment;

import org.jspecify.annotations.Nullable;

/**
 * A requirement with its rank, in a short list.
 *
 * @param asset the asset's id
 * @param name the asset's name
 * @param score its need, in [0, 1]
 * @param own the part of the score that does not come over dependencies
 * @param path the best reason, or null for none
 */
public record RankedRow(
    int rank,
    String asset,
    String name,
    String property,
    double score,
    double own,
    LevelView level,
    @Nullable PathView path) {}
