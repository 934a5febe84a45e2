package org.concordat.server.alignment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/** Draws the pictures of models, each once as long as the model stays as it is. */
@Component
public final class Drawings {
  /** So many requirements, by rank, a picture is drawn of at the most. */
  static final int RANKED = 2_000;

  /** So many pictures of an organisation are kept. */
  private static final int KEPT = 16;

  private final Models models;
  private final ConcurrentHashMap<UUID, Drawn> drawn = new ConcurrentHashMap<>();

  Drawings(Models models) {
    this.models = models;
  }

  /**
   * What is drawn.
   *
   * @param by the unit whose goals alone count, or nothing for all
   * @param most how many things it shows at the most
   */
  public record Shown(Picture picture, String by, int most) {
    /**
     * A picture of a model; a unit or a size that there is none of gives way to the usual one.
     *
     * @param name the picture's name
     * @return empty when there is no picture of that name
     */
    public static Optional<Shown> of(String name, String by, int most, Snapshot model) {
      return Picture.of(name)
          .map(
              known ->
                  new Shown(
                      known,
                      model.unit(by) == null ? "" : by,
                      known.sizes().contains(most) ? most : known.sizes().getFirst()));
    }

    List<Priority> ranked(Snapshot model) {
      return by.isEmpty() ? model.top(RANKED, 1) : model.topOfUnit(by, RANKED, 1);
    }
  }

  /** The pictures of one organisation as of one revision; drawing takes a second or more. */
  private record Drawn(
      LiveWorkspace live, long revision, ConcurrentHashMap<Shown, String> pictures) {}

  /** The SVG of an organisation's model as it is now. */
  public String draw(UUID tenant, Shown shown) {
    LiveWorkspace live = models.of(tenant);
    record Seen(Workspace workspace, List<Priority> ranked, long revision) {}
    Seen seen =
        live.read(
            (Snapshot model) -> new Seen(model.workspace(), shown.ranked(model), model.revision()));
    Drawn present =
        drawn.compute(
            tenant,
            (_, before) ->
                before != null
                        && before.live == live
                        && before.revision == seen.revision
                        && before.pictures.size() < KEPT
                    ? before
                    : new Drawn(live, seen.revision, new ConcurrentHashMap<>()));
    return present.pictures.computeIfAbsent(
        shown, which -> which.picture.draw(seen.workspace, seen.ranked, which.most));
  }
}
