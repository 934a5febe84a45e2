package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.workspace.Wish;
import org.concordat.server.workspace.Wish.OfReckoning;
import org.concordat.server.workspace.Wish.Reckoning;

/**
 * A wish for another way of reckoning, together with what has to be said anew when the scale gets
 * another number of levels.
 *
 * @param before the number of levels of the scale that the rescaling begins with
 */
public record RescaledReckoning(OfReckoning reckoning, int before, Rescaling rescaling)
    implements Wish.Combined {
  /**
   * The wish that a form describes.
   *
   * @throws IllegalArgumentException when no reckoning is like that
   */
  static RescaledReckoning of(ReckoningForm form, int before, String tag) {
    return new RescaledReckoning(new OfReckoning(form.reckoning(), tag), before, form.rescaling());
  }

  @Override
  public String tag() {
    return reckoning.tag();
  }

  @Override
  public Reckoning present(Snapshot model) {
    return reckoning.present(model);
  }

  @Override
  public Reckoning wanted() {
    return reckoning.wanted();
  }

  @Override
  public List<WorkspaceChange> changes(Snapshot model) {
    List<WorkspaceChange> changes = new ArrayList<>(reckoning.changes(model));
    if (wanted().scale().size() != before && model.scale().size() == before) {
      changes.addAll(rescaling.changes(model.workspace()));
    }
    return changes;
  }
}
