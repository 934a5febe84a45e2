package org.concordat.core.alignment.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.PriorityView;
import org.jspecify.annotations.Nullable;

/**
 * Two things tried out on one model, side by side.
 *
 * @param differing how many requirements would stand elsewhere in one than in the other
 * @param rows those that differ most between the two
 */
public record DraftComparison(int differing, List<Row> rows) {
  public DraftComparison {
    rows = List.copyOf(rows);
  }

  /**
   * A requirement today and in both; null where it is not there.
   *
   * @param name the asset's name
   */
  public record Row(
      Requirement requirement,
      String name,
      @Nullable Place today,
      @Nullable Place one,
      @Nullable Place other) {
    private double apart() {
      return Math.abs(score(one) - score(other));
    }

    private boolean isOneApart() {
      return (one == null) != (other == null)
          || PriorityView.key(score(one)) != PriorityView.key(score(other));
    }

    private static double score(@Nullable Place place) {
      return place == null ? 0 : place.score;
    }
  }

  /**
   * Where a requirement stands.
   *
   * @param score the need, in [0, 1]
   * @param level the name of the level that it shows
   */
  public record Place(int rank, double score, String level) {}

  /**
   * What differs.
   *
   * @param shown how many rows at the most
   */
  public static DraftComparison of(
      LiveWorkspace today, LiveWorkspace.Prepared one, LiveWorkspace.Prepared other, int shown) {
    // What moves in neither stands at one score in both.
    TreeSet<Requirement> moved = new TreeSet<>();
    one.applied().moved().forEach(each -> moved.add(each.requirement()));
    other.applied().moved().forEach(each -> moved.add(each.requirement()));
    Map<Requirement, Seen> now = today.read(model -> seen(moved, model));
    Map<Requirement, Seen> inOne = one.live().read(model -> seen(moved, model));
    Map<Requirement, Seen> inOther = other.live().read(model -> seen(moved, model));
    List<Row> rows = new ArrayList<>();
    for (Requirement requirement : moved) {
      Seen a = inOne.get(requirement);
      Seen b = inOther.get(requirement);
      Seen named = a == null ? b : a;
      Row row =
          new Row(
              requirement,
              named == null ? requirement.asset() : named.name,
              place(now.get(requirement)),
              place(a),
              place(b));
      if (row.isOneApart()) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingDouble(row -> -row.apart()));
    return new DraftComparison(rows.size(), rows.stream().limit(shown).toList());
  }

  private record Seen(String name, Place place) {}

  private static @Nullable Place place(@Nullable Seen seen) {
    return seen == null ? null : seen.place;
  }

  private static Map<Requirement, Seen> seen(Iterable<Requirement> requirements, Snapshot model) {
    Map<Requirement, Seen> seen = new HashMap<>();
    for (Requirement requirement : requirements) {
      Asset asset = model.asset(requirement.asset());
      if (asset != null && asset.properties().contains(requirement.property())) {
        double score = model.need(requirement);
        Place place = new Place(model.rank(requirement), score, model.scale().shownName(score));
        seen.put(requirement, new Seen(asset.name(), place));
      }
    }
    return seen;
  }
}
