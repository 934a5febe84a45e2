package org.concordat.core.alignment.live;

import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.priorities.Priority;

/**
 * A requirement's priority in a table.
 *
 * @param asset the asset whose requirement it is
 */
public record PriorityRow(Asset asset, Priority priority) {}
