package org.concordat.core.alignment.live;

import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;

/**
 * A dependency in a table.
 *
 * @param from the asset that depends
 * @param on the asset that is depended on
 */
public record DependencyRow(Dependency dependency, Asset from, Asset on) {}
