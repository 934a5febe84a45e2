package org.concordat.server.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities.Moved;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a matrix after it was changed, and what that did to the priorities.
 *
 * @param label what the cell is about
 * @param key the key of the text that says what came of it
 * @param action the action's id in the trail, or null when nothing was done
 * @param moved how many scores moved
 * @param furthest those that moved furthest
 * @param top the first priorities as they are now
 * @param topMoved the requirements among them whose score moved
 */
public record CellPage(
    MatrixPage.Cell cell,
    ImpactScale scale,
    String label,
    String key,
    @Nullable UUID action,
    int moved,
    List<Shift> furthest,
    List<RankedRow> top,
    Set<String> topMoved)
    implements PageModel {
  private static final int FURTHEST = 4;

  public CellPage {
    furthest = List.copyOf(furthest);
    top = List.copyOf(top);
    topMoved = Set.copyOf(topMoved);
  }

  /** A requirement whose score moved. */
  public record Shift(
      String requirement, String name, String property, LevelView before, LevelView now) {}

  static CellPage of(MatrixPage.Cell cell, String label, Saving.Small outcome, Snapshot model) {
    List<RankedRow> top = RankedRow.first(MatrixPage.TOP, model);
    Set<String> moved =
        outcome.moved().stream().map(m -> m.requirement().id()).collect(Collectors.toSet());
    return new CellPage(
        cell,
        model.scale(),
        label,
        outcome.key(),
        outcome.action(),
        moved.size(),
        outcome.moved().stream()
            .sorted(Comparator.comparingDouble((Moved m) -> -Math.abs(m.now() - m.before())))
            .limit(FURTHEST)
            .map(m -> shift(m, model))
            .toList(),
        top,
        top.stream()
            .map(row -> row.asset() + "/" + row.property())
            .filter(moved::contains)
            .collect(Collectors.toSet()));
  }

  private static Shift shift(Moved moved, Snapshot model) {
    Requirement requirement = moved.requirement();
    return new Shift(
        requirement.id(),
        name(requirement.asset(), model),
        requirement.property(),
        LevelView.of(model.scale(), moved.before()),
        LevelView.of(model.scale(), moved.now()));
  }

  private static String name(String id, Snapshot model) {
    Asset asset = model.asset(id);
    return asset == null ? id : asset.name();
  }

  /** Whether the cell could not be saved. */
  public boolean trouble() {
    return action == null && !key.equals(Saving.SAME);
  }

  @Override
  public String template() {
    return "alignment/matrix_answer";
  }
}
