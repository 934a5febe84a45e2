package org.concordat.server.alignment;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.DependencyMap;
import org.concordat.formats.drawing.HeatMap;
import org.concordat.formats.drawing.ImpactDiagram;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/** Draws the pictures of models, each once as long as the model stays as it is. */
@Component
public final class Drawings {
  /** So many requirements, by rank, a picture is drawn of at the most. */
  private static final int RANKED = 2_000;

  private final Models models;
  private final ConcurrentHashMap<UUID, Drawn> drawn = new ConcurrentHashMap<>();

  Drawings(Models models) {
    this.models = models;
  }

  /** The pictures of one organisation as of one revision; drawing takes a second or more. */
  private record Drawn(
      LiveWorkspace live, long revision, ConcurrentHashMap<Picture, String> pictures) {}

  /** The SVG of an organisation's model as it is now. */
  public String draw(UUID tenant, Picture picture) {
    LiveWorkspace live = models.of(tenant);
    record Seen(Workspace workspace, List<Priority> ranked, long revision) {}
    Seen seen =
        live.read(
            (Snapshot model) ->
                new Seen(model.workspace(), model.top(RANKED, 1), model.revision()));
    Drawn present =
        drawn.compute(
            tenant,
            (_, before) ->
                before != null && before.live == live && before.revision == seen.revision
                    ? before
                    : new Drawn(live, seen.revision, new ConcurrentHashMap<>()));
    return present.pictures.computeIfAbsent(
        picture,
        which ->
            switch (which) {
              case IMPACT ->
                  ImpactDiagram.draw(seen.workspace, seen.ranked, ImpactDiagram.DEFAULT_LIMIT);
              case DEPENDENCIES ->
                  DependencyMap.draw(seen.workspace, seen.ranked, DependencyMap.Options.DEFAULT);
              case HEAT -> HeatMap.draw(seen.workspace, seen.ranked, HeatMap.DEFAULT_LIMIT);
            });
  }
}
