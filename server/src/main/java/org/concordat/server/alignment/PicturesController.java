package org.concordat.server.alignment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.alignment.PicturePage.HeatCell;
import org.concordat.server.alignment.PicturePage.HeatRow;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of the command line, in the page: impact diagram, dependency map, heat map. */
@Controller
class PicturesController {
  /** So many requirements, by rank, a picture is drawn of at the most. */
  private static final int RANKED = 2_000;

  /** So many pictures of an organisation are kept. */
  private static final int KEPT = 16;

  private final Models models;
  private final ConcurrentHashMap<UUID, Drawn> drawn = new ConcurrentHashMap<>();

  PicturesController(Models models) {
    this.models = models;
  }

  /**
   * What is drawn.
   *
   * @param by the unit whose goals alone count, or nothing for all
   */
  private record Shown(Picture picture, String by, int most) {
    List<Priority> ranked(Snapshot model, int n) {
      return by.isEmpty() ? model.top(n, 1) : model.topOfUnit(by, n, 1);
    }
  }

  /** The pictures of one organisation as of one revision; drawing takes a second or more. */
  private record Drawn(
      LiveWorkspace live, long revision, ConcurrentHashMap<Shown, String> pictures) {}

  @GetMapping("/pictures/{picture}")
  @Needs(Permission.READ_MODEL)
  Answer show(
      Caller caller,
      @PathVariable String picture,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "0") int most,
      @RequestParam(defaultValue = "false") boolean full) {
    return models
        .of(caller.tenant())
        .<Answer>read(
            model ->
                shown(picture, by, most, model)
                    .<Answer>map(shown -> page(shown, full, model))
                    .orElseGet(() -> new ErrorPage(404, "notFound", List.of())));
  }

  private static Optional<Shown> shown(String picture, String by, int most, Snapshot model) {
    return Picture.of(picture)
        .map(
            known ->
                new Shown(
                    known,
                    model.unit(by) == null ? "" : by,
                    known.sizes().contains(most) ? most : known.sizes().getFirst()));
  }

  private static PicturePage page(Shown shown, boolean full, Snapshot model) {
    List<String> properties = PrioritiesController.properties(model);
    return new PicturePage(
        shown.picture,
        shown.by,
        shown.most,
        full,
        model.top(1, 0).stream().allMatch(priority -> priority.score() <= 0),
        model.units(),
        properties,
        shown.picture == Picture.HEAT ? heat(shown, properties, model) : List.of());
  }

  private static List<HeatRow> heat(Shown shown, List<String> properties, Snapshot model) {
    Map<String, Asset> assets = new LinkedHashMap<>();
    for (Priority priority : shown.ranked(model, RANKED)) {
      String id = priority.requirement().asset();
      Asset asset = model.asset(id);
      if (asset != null && priority.score() > 0 && assets.size() < shown.most) {
        assets.putIfAbsent(id, asset);
      }
    }
    return assets.values().stream()
        .map(asset -> new HeatRow(asset.id(), asset.name(), cells(asset, shown, properties, model)))
        .toList();
  }

  private static List<HeatCell> cells(
      Asset asset, Shown shown, List<String> properties, Snapshot model) {
    List<HeatCell> cells = new ArrayList<>();
    for (String property : properties) {
      boolean there = asset.properties().contains(property);
      Requirement requirement = new Requirement(asset.id(), property);
      double need =
          !there
              ? 0
              : shown.by.isEmpty()
                  ? model.need(requirement)
                  : model.priorityForUnit(shown.by, requirement, 0).score();
      cells.add(new HeatCell(property, there, LevelView.of(model.scale(), need)));
    }
    return cells;
  }

  @GetMapping("/pictures/{picture}.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> file(
      Caller caller,
      @PathVariable String picture,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "0") int most) {
    LiveWorkspace live = models.of(caller.tenant());
    Optional<Shown> shown = live.read(model -> shown(picture, by, most, model));
    if (shown.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String svg = draw(caller.tenant(), live, shown.get());
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        // A picture brings its own style sheet, and may load nothing.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }

  private String draw(UUID tenant, LiveWorkspace live, Shown shown) {
    record Seen(Workspace workspace, List<Priority> ranked, long revision) {}
    Seen seen =
        live.read(
            (Snapshot model) ->
                new Seen(model.workspace(), shown.ranked(model, RANKED), model.revision()));
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
