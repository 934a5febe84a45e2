package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.SearchPage.Hit;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.table.Cell;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds pages and things of the model by what somebody types; the quick jump asks it too. */
@Controller
class SearchController {
  private static final int ASSETS = 12;
  private static final int OTHERS = 6;

  private final Models models;

  SearchController(Models models) {
    this.models = models;
  }

  @GetMapping("/search")
  @Needs(Permission.OWN_ACCOUNT)
  SearchPage search(Caller caller, @RequestParam(defaultValue = "") String q) {
    String words = q.strip().substring(0, Math.min(q.strip().length(), SearchPage.LONGEST));
    return new SearchPage(
        words,
        words.isEmpty() || !caller.may(Permission.READ_MODEL)
            ? List.of()
            : models.of(caller.tenant()).read(model -> hits(words, model)));
  }

  private static List<Hit> hits(String words, Snapshot model) {
    List<Hit> hits = new ArrayList<>();
    AssetSearch.matching(words, ASSETS, model)
        .forEach(
            asset ->
                hits.add(new Hit(asset.name(), Cells.kind(asset.kind()), "/assets/" + asset.id())));
    model.units().stream()
        .filter(unit -> matches(words, unit.name()))
        .limit(OTHERS)
        .forEach(
            unit ->
                hits.add(
                    new Hit(unit.name(), Cell.word("alignment.unit"), "/vision/" + unit.id())));
    model.units().stream()
        .flatMap(
            unit ->
                unit.goals().stream()
                    .filter(goal -> matches(words, goal.name()))
                    .map(
                        goal ->
                            new Hit(
                                goal.name(), Cell.word("alignment.goal"), "/vision/" + unit.id())))
        .limit(OTHERS)
        .forEach(hits::add);
    model.factors().stream()
        .filter(factor -> matches(words, factor.name()))
        .limit(OTHERS)
        .forEach(
            factor ->
                hits.add(
                    new Hit(
                        factor.name(), Cell.word("alignment.factor"), "/factors/" + factor.id())));
    return hits;
  }

  private static boolean matches(String words, String name) {
    return name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** Assets to choose from while somebody types the name of one into any field. */
  @GetMapping("/search/assets")
  @Needs(Permission.READ_MODEL)
  AssetOptions assets(Caller caller, @RequestParam Map<String, String> fields) {
    String typed = fields.values().stream().filter(v -> !v.isBlank()).findFirst().orElse("");
    String words = typed.substring(0, Math.min(typed.length(), SearchPage.LONGEST));
    return new AssetOptions(
        models.of(caller.tenant()).read(model -> AssetSearch.matching(words, ASSETS, model)));
  }
}
