package org.concordat.core.alignment.live;

import org.concordat.core.alignment.Asset;

/**
 * An asset in a table.
 *
 * @param highestNeed the highest score of its requirements, in [0, 1]; 0 when it has none
 * @param level the name of the level that this score shows, or {@code none}
 * @param rank the rank of the requirement that has it, from 1; 0 when the asset has no requirement
 * @param dependencies how many dependencies the asset has
 * @param dependents how many dependencies are on it
 * @param impacts how many links its requirements have to factors, however many people judged each
 */
public record AssetRow(
    Asset asset,
    double highestNeed,
    String level,
    int rank,
    int dependencies,
    int dependents,
    int impacts) {}
