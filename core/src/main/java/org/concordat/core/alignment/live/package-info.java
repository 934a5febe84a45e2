/**
 * One organisation's workspace held in memory for many readers and small edits: {@link
 * org.concordat.core.alignment.live.LiveWorkspace} answers tables and priorities, says whether
 * changes are sound, and makes them without reckoning everything anew.
 *
 * <pre>
 * LiveWorkspace: read → Snapshot, check → Verdict, apply → Applied
 * Snapshot:      entries by id, Page of AssetRow for an AssetQuery,
 *                Page of PriorityRow for a PriorityQuery
 * </pre>
 *
 * <p>Its values come from {@link org.concordat.core.workspace}, its scores from {@link
 * org.concordat.core.alignment.priorities}.
 */
@NullMarked
package org.concordat.core.alignment.live;

import org.jspecify.annotations.NullMarked;
