package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes many assets as one action: first what would change, then the change. */
@Controller
class BulkController {
  private static final int SAMPLES = 12;
  private static final List<String> FIELDS =
      List.of("ids", "matching", "query", "unit", "kind", "add", "drop", "remove");

  private final Models models;
  private final Saving saving;

  BulkController(Models models, Saving saving) {
    this.models = models;
    this.saving = saving;
  }

  /**
   * Which assets are meant.
   *
   * @param ids those that were ticked
   * @param matching whether all are meant that the query leaves, not the ticked ones
   */
  private record Selection(Set<String> ids, boolean matching, String query) {
    List<Asset> in(Snapshot model) {
      return matching
          ? found(model)
          : ids.stream().sorted().map(model::asset).filter(Objects::nonNull).toList();
    }

    private List<Asset> found(Snapshot model) {
      AssetQuery all = AssetsTable.query(model, AssetsTable.TABLE.asked(query));
      List<Asset> assets = new ArrayList<>();
      Page<AssetRow> page;
      do {
        page = model.assets(all.withRows(assets.size(), Page.MOST_ROWS));
        page.rows().forEach(row -> assets.add(row.asset()));
      } while (page.hasMore());
      return assets;
    }
  }

  /**
   * What the form asks for.
   *
   * @param back the address of the list that it stands on
   */
  private record Asks(Selection selection, BulkChange change, String back) {
    static Asks of(HttpServletRequest request) {
      String query = one(request, "query");
      return new Asks(
          new Selection(many(request, "ids"), one(request, "matching").equals("true"), query),
          new BulkChange(
              one(request, "unit"),
              one(request, "kind"),
              many(request, "add"),
              many(request, "drop"),
              one(request, "remove").equals("true")),
          AssetsTable.TABLE.asked(query).address());
    }

    private static String one(HttpServletRequest request, String name) {
      String value = request.getParameter(name);
      return value == null ? "" : value;
    }

    private static Set<String> many(HttpServletRequest request, String name) {
      String[] values = request.getParameterValues(name);
      return values == null
          ? Set.of()
          : Arrays.stream(values).filter(v -> !v.isEmpty()).collect(Collectors.toSet());
    }
  }

  @PostMapping("/assets/bulk")
  @Needs(Permission.EDIT_MODEL)
  Answer preview(Caller caller, HttpServletRequest request) {
    Asks asks = Asks.of(request);
    return asks.change.isEmpty()
        ? Redirect.to(asks.back).saying("alignment.bulk.nothing")
        : page(caller, asks, request, false);
  }

  private Answer page(Caller caller, Asks asks, HttpServletRequest request, boolean again) {
    record Seen(
        List<Asset> assets, List<WorkspaceChange> changes, Workspace workspace, List<Unit> units) {}
    Seen seen =
        models
            .of(caller.tenant())
            .read(
                model -> {
                  List<Asset> assets = asks.selection.in(model);
                  return new Seen(
                      assets,
                      asks.change.wish(assets).changes(model),
                      model.workspace(),
                      model.units());
                });
    if (seen.assets.isEmpty()) {
      return Redirect.to(asks.back).saying("alignment.bulk.none");
    }
    if (seen.changes.isEmpty()) {
      return Redirect.to(asks.back).saying("alignment.unchanged");
    }
    Foresight foresight = Foresight.of(seen.workspace, seen.changes);
    List<AssetChange> changed =
        seen.changes.stream()
            .filter(AssetChange.class::isInstance)
            .map(AssetChange.class::cast)
            .toList();
    return new BulkPage(
        fields(request),
        EntryTag.of(seen.assets),
        seen.assets.size(),
        changed.size(),
        asks.change.remove(),
        seen.changes.size() - changed.size(),
        changed.stream().limit(SAMPLES).map(each -> sample(each, seen.units)).toList(),
        foresight.comparison().orElse(null),
        foresight.findings(),
        again);
  }

  private static Map<String, List<String>> fields(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String name : FIELDS) {
      String[] values = request.getParameterValues(name);
      if (values != null) {
        fields.put(name, List.of(values));
      }
    }
    return fields;
  }

  private static BulkPage.Sample sample(AssetChange change, List<Unit> units) {
    Asset before = Objects.requireNonNull(change.before());
    Asset after = change.after();
    return new BulkPage.Sample(
        before,
        after,
        name(before.unit(), units),
        after == null ? null : name(after.unit(), units));
  }

  private static @Nullable String name(@Nullable String id, List<Unit> units) {
    return units.stream().filter(u -> u.id().equals(id)).map(Unit::name).findFirst().orElse(id);
  }

  /** Does what was shown; when the assets have become others meanwhile, shows it anew. */
  @PostMapping("/assets/bulk/do")
  @Needs(Permission.EDIT_MODEL)
  Answer change(Caller caller, @RequestParam String tag, HttpServletRequest request) {
    Asks asks = Asks.of(request);
    List<Asset> assets = models.of(caller.tenant()).read(asks.selection::in);
    if (assets.isEmpty() || asks.change.isEmpty()) {
      return Redirect.to(asks.back).saying("alignment.bulk.none");
    }
    if (!EntryTag.of(assets).equals(tag)) {
      return page(caller, asks, request, true);
    }
    Wish wish = asks.change.wish(assets);
    return saving.save(
        caller,
        request,
        List.of(wish),
        asks.back,
        asks.change.remove() ? "alignment.removed" : "alignment.saved");
  }
}
