package org.concordat.server.deciding.pages;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.jspecify.annotations.Nullable;

/**
 * What a draft moves, as it is shown.
 *
 * @param moved how many scores are other than today
 * @param forUnits how many others show another level for a unit alone
 * @param shifts those that move furthest
 */
public record DraftEffectView(int moved, int forUnits, List<Shift> shifts) {
  public DraftEffectView {
    shifts = List.copyOf(shifts);
  }

  /** A requirement that moves, see {@link DraftEffect.Shift}. */
  public record Shift(
      Requirement requirement,
      String name,
      @Nullable Standing before,
      @Nullable Standing after,
      List<UnitShift> units,
      List<Integer> causes) {
    public Shift {
      units = List.copyOf(units);
      causes = List.copyOf(causes);
    }
  }

  /**
   * Where a requirement stands.
   *
   * @param path the best reason, or null for none
   */
  public record Standing(int rank, LevelView level, @Nullable PathView path) {}

  /** A unit for which a requirement moves. */
  public record UnitShift(String name, LevelView before, LevelView after) {}

  static DraftEffectView of(DraftEffect effect, LiveWorkspace today, LiveWorkspace ahead) {
    ImpactScale was = today.read(Snapshot::scale);
    ImpactScale is = ahead.read(Snapshot::scale);
    return new DraftEffectView(
        effect.moved(),
        effect.forUnits(),
        effect.shifts().stream()
            .map(
                shift ->
                    new Shift(
                        shift.requirement(),
                        shift.name(),
                        today.read(model -> standing(shift.before(), model)),
                        ahead.read(model -> standing(shift.after(), model)),
                        shift.units().stream()
                            .map(
                                unit ->
                                    new UnitShift(
                                        unit.name(),
                                        LevelView.of(was, unit.needBefore()),
                                        LevelView.of(is, unit.needAfter())))
                            .toList(),
                        shift.causes()))
            .toList());
  }

  private static @Nullable Standing standing(
      DraftEffect.@Nullable Standing standing, Snapshot model) {
    if (standing == null) {
      return null;
    }
    DraftEffect.Reason reason = standing.reason();
    return new Standing(
        standing.rank(),
        LevelView.of(model.scale(), standing.score()),
        reason == null ? null : PathView.of(reason.path(), model));
  }
}
