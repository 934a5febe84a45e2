/**
 * What would be if: changes tried out on top of a model, and what they do to the priorities.
 *
 * <pre>
 * DraftEdit:  one thing that somebody tries out → List of WorkspaceChange
 * Trial:      a model, and the same with the changes of edits on top
 * DraftEffect, DraftComparison: what moves, through which path, for which unit, by which change
 * Rebasing:   the changes on top of a model that others have changed meanwhile
 * </pre>
 */
@NullMarked
package org.concordat.core.alignment.whatif;

import org.jspecify.annotations.NullMarked;
