package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.web.table.TableView;
import org.concordat.server.workspace.ChangePolicy;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Assets, one by one and as a list. */
@Controller
class AssetsController {
  private static final int LINKED = 200;

  private final Models models;
  private final TableDesk desk;
  private final Saving saving;

  AssetsController(Models models, TableDesk desk, Saving saving) {
    this.models = models;
    this.desk = desk;
    this.saving = saving;
  }

  @GetMapping("/assets")
  @Needs(Permission.READ_MODEL)
  AssetsPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(AssetsTable.TABLE, caller, request);
    return models
        .of(caller.tenant())
        .read(
            model -> {
              TableView table = opened.of(model);
              boolean edits = caller.may(Permission.EDIT_MODEL);
              return new AssetsPage(
                  edits ? table : table.withoutSelection(),
                  model.assetCount(),
                  model.units(),
                  PrioritiesController.properties(model),
                  edits || caller.may(Permission.EDIT_DEMAND) || caller.may(Permission.EDIT_SUPPLY),
                  edits);
            });
  }

  @GetMapping({"/assets.csv", "/assets.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(AssetsTable.TABLE, caller, request, response, models.of(caller.tenant())::read);
  }

  @GetMapping("/assets/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String id) {
    return models
        .of(caller.tenant())
        .<Answer>read(
            model -> {
              Asset asset = model.asset(id);
              return asset == null
                  ? new ErrorPage(404, "notFound", List.of())
                  : page(caller, asset, model);
            });
  }

  private static AssetPage page(Caller caller, Asset asset, Snapshot model) {
    Set<String> properties = new LinkedHashSet<>(PrioritiesController.properties(model));
    properties.addAll(asset.properties());
    return new AssetPage(
        asset,
        EntryTag.of(asset),
        asset.properties().stream()
            .map(property -> model.priority(new Requirement(asset.id(), property), 1))
            .map(p -> PrioritiesController.row(new PriorityRow(asset, p), model))
            .toList(),
        model.dependenciesOf(asset.id()).stream()
            .limit(LINKED)
            .map(d -> linked(d, d.on(), model))
            .toList(),
        model.dependentsOn(asset.id()).stream()
            .limit(LINKED)
            .map(d -> linked(d, d.from(), model))
            .toList(),
        model.units(),
        List.copyOf(properties),
        model.scale(),
        new ChangePolicy(caller, model).allows(new AssetChange(asset, asset)));
  }

  private static AssetPage.Linked linked(Dependency dependency, String other, Snapshot model) {
    Asset asset = model.asset(other);
    return new AssetPage.Linked(
        other,
        asset == null ? other : asset.name(),
        LevelView.of(model.scale(), dependency.strengthOn(model.scale())));
  }

  @PostMapping("/assets")
  @Needs(Permission.EDIT_ASSETS)
  Answer add(
      Caller caller,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String name,
      @RequestParam AssetKind kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") List<String> properties,
      HttpServletRequest request) {
    String asset =
        models.of(caller.tenant()).read(m -> NewId.of(id, name, i -> m.asset(i) != null));
    return save(
        caller, asset, name, kind, unit, description, properties, EntryTag.NOTHING, request);
  }

  /** Whose asset may be changed is decided by the policy of changes, not by the role alone. */
  @PostMapping("/assets/{id}")
  @Needs(Permission.EDIT_ASSETS)
  Answer save(
      Caller caller,
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam AssetKind kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") List<String> properties,
      @RequestParam String tag,
      HttpServletRequest request) {
    return Forms.checked(
        name,
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    new Wish.OfAsset(
                        id,
                        new Asset(
                            id, name.strip(), kind, orNull(unit), orNull(description), properties),
                        tag)),
                "/assets/" + id,
                "alignment.saved"));
  }

  @PostMapping("/assets/{id}/remove")
  @Needs(Permission.EDIT_ASSETS)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller, request, List.of(new Wish.OfAsset(id, null, tag)), "/assets", "alignment.removed");
  }
}
