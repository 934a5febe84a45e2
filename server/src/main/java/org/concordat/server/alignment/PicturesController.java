package org.concordat.server.alignment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.DependencyMap;
import org.concordat.formats.drawing.HeatMap;
import org.concordat.formats.drawing.ImpactDiagram;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.Models;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of the command line, in the page: impact diagram, dependency map, heat map. */
@Controller
class PicturesController {
  /** So many requirements, by rank, a picture is drawn of at the most. */
  private static final int RANKED = 2_000;

  private final Models models;
  private final ConcurrentHashMap<UUID, Drawn> drawn = new ConcurrentHashMap<>();

  PicturesController(Models models) {
    this.models = models;
  }

  /** The pictures of one organisation as of one revision; drawing takes a second or more. */
  private record Drawn(
      LiveWorkspace live, long revision, ConcurrentHashMap<Picture, String> pictures) {}

  @GetMapping("/pictures/{picture}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String picture) {
    Optional<Picture> known = Picture.of(picture);
    if (known.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    LiveWorkspace live = models.of(caller.tenant());
    boolean empty = live.read(model -> model.top(1, 0).stream().allMatch(p -> p.score() <= 0));
    return new PicturePage(known.get(), empty);
  }

  @GetMapping("/pictures/{picture}.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> file(Caller caller, @PathVariable String picture) {
    Optional<Picture> known = Picture.of(picture);
    if (known.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String svg = draw(caller.tenant(), models.of(caller.tenant()), known.get());
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        // A picture brings its own style sheet, and may load nothing.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }

  private String draw(UUID tenant, LiveWorkspace live, Picture picture) {
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
