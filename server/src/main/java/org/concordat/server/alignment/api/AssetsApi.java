package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;

import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.api.DependencyEntries.Ends;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.workspace.EntryTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Assets, and what they depend on. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class AssetsApi {
  private final EntryResource entries;
  private final BulkResource bulk;

  AssetsApi(EntryResource entries, BulkResource bulk) {
    this.entries = entries;
    this.bulk = bulk;
  }

  @GetMapping("/assets")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists assets", answer = "AssetRowList")
  ApiAnswer list(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String property,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String rated,
      @RequestParam(defaultValue = "id") String sort) {
    return entries.read(
        call,
        model -> {
          AssetQuery query = Filters.assets(model, q, kind, unit, property, level, rated, sort);
          return paging.answer(
              paging.part(
                  (offset, limit) -> model.assets(query.withRows(offset, limit)),
                  row -> row.asset().id()),
              row -> row(row, model));
        });
  }

  private static ObjectNode row(AssetRow row, Snapshot model) {
    ObjectNode json = Nodes.object();
    json.set("asset", Entries.ASSET.json(row.asset(), model));
    return json.put("etag", EntryTag.of(row.asset()))
        .put("score", row.highestNeed())
        .put("level", row.level())
        .put("rank", row.rank())
        .put("dependencies", row.dependencies())
        .put("dependents", row.dependents())
        .put("impacts", row.impacts());
  }

  @GetMapping("/assets/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads an asset", answer = "Asset")
  ApiAnswer show(Call call, @PathVariable String id) {
    return entries.get(call, Entries.ASSET, id);
  }

  @PutMapping(path = "/assets/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Makes an asset, or makes it another",
      body = "Asset",
      answer = "Asset",
      statuses = {200, 201, 204})
  ApiAnswer put(Call call, @PathVariable String id) {
    return entries.put(call, Entries.ASSET, id);
  }

  @PatchMapping(
      path = "/assets/{id}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Changes some members of an asset",
      body = "Asset",
      answer = "Asset",
      statuses = {200, 204})
  ApiAnswer patch(Call call, @PathVariable String id) {
    return entries.patch(call, Entries.ASSET, id);
  }

  @DeleteMapping("/assets/{id}")
  @Needs(Permission.EDIT_ASSETS)
  @Described(value = "Takes an asset away", statuses = 204)
  ApiAnswer delete(Call call, @PathVariable String id) {
    return entries.delete(call, Entries.ASSET, id);
  }

  @PostMapping(path = "/assets", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Changes many at once, one a line",
      body = "AssetLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulk(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, Entries.ASSET, flag("dry-run", dryRun), flag("atomic", atomic));
  }

  @GetMapping("/dependencies")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists dependencies, of all assets or of one", answer = "DependencyRowList")
  ApiAnswer listDependencies(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String on) {
    return entries.read(call, model -> DependencyList.answer(paging, from, on, model));
  }

  @GetMapping("/dependencies/{from}/{on}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a dependency", answer = "Dependency")
  ApiAnswer showDependency(Call call, @PathVariable String from, @PathVariable String on) {
    return entries.get(call, DependencyEntries.DEPENDENCY, new Ends(from, on));
  }

  @PutMapping(path = "/dependencies/{from}/{on}", consumes = Media.JSON)
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Makes a dependency, or makes it another",
      body = "Dependency",
      answer = "Dependency",
      statuses = {200, 201, 204})
  ApiAnswer putDependency(Call call, @PathVariable String from, @PathVariable String on) {
    return entries.put(call, DependencyEntries.DEPENDENCY, new Ends(from, on));
  }

  @PatchMapping(
      path = "/dependencies/{from}/{on}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Changes some members of a dependency",
      body = "Dependency",
      answer = "Dependency",
      statuses = {200, 204})
  ApiAnswer patchDependency(Call call, @PathVariable String from, @PathVariable String on) {
    return entries.patch(call, DependencyEntries.DEPENDENCY, new Ends(from, on));
  }

  @DeleteMapping("/dependencies/{from}/{on}")
  @Needs(Permission.EDIT_ASSETS)
  @Described(value = "Takes a dependency away", statuses = 204)
  ApiAnswer deleteDependency(Call call, @PathVariable String from, @PathVariable String on) {
    return entries.delete(call, DependencyEntries.DEPENDENCY, new Ends(from, on));
  }

  @PostMapping(path = "/dependencies", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_ASSETS)
  @Described(
      value = "Changes many at once, one a line",
      body = "DependencyLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulkDependency(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(
        call, DependencyEntries.DEPENDENCY, flag("dry-run", dryRun), flag("atomic", atomic));
  }
}
