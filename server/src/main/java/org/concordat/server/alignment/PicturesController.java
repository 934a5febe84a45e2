package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.server.alignment.Drawings.Shown;
import org.concordat.server.alignment.PicturePage.HeatCell;
import org.concordat.server.alignment.PicturePage.HeatRow;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.SvgFile;
import org.concordat.server.workspace.Models;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of the command line, in the page: impact diagram, dependency map, heat map. */
@Controller
class PicturesController {
  private final Models models;
  private final Drawings drawings;
  private final SurroundingsFactory surroundings;

  PicturesController(Models models, Drawings drawings, SurroundingsFactory surroundings) {
    this.models = models;
    this.drawings = drawings;
    this.surroundings = surroundings;
  }

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
                Shown.of(picture, by, most, model)
                    .<Answer>map(shown -> page(shown, full, model))
                    .orElseGet(() -> new ErrorPage(404, "notFound", List.of())));
  }

  private static PicturePage page(Shown shown, boolean full, Snapshot model) {
    List<String> properties = PrioritiesController.properties(model);
    return new PicturePage(
        shown.picture(),
        shown.by(),
        shown.most(),
        full,
        model.top(1, 0).stream().allMatch(priority -> priority.score() <= 0),
        model.units(),
        properties,
        shown.picture() == Picture.HEAT ? heat(shown, properties, model) : List.of());
  }

  private static List<HeatRow> heat(Shown shown, List<String> properties, Snapshot model) {
    Map<String, Asset> assets = new LinkedHashMap<>();
    for (Priority priority : shown.ranked(model)) {
      String id = priority.requirement().asset();
      Asset asset = model.asset(id);
      if (asset != null && priority.score() > 0 && assets.size() < shown.most()) {
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
              : shown.by().isEmpty()
                  ? model.need(requirement)
                  : model.priorityForUnit(shown.by(), requirement, 0).score();
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
      @RequestParam(defaultValue = "0") int most,
      HttpServletRequest request) {
    Locale locale = surroundings.of(request).locale();
    Optional<Shown> shown =
        models.of(caller.tenant()).read(model -> Shown.of(picture, by, most, model));
    return shown
        .map(one -> SvgFile.of(drawings.draw(caller.tenant(), one, locale)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
