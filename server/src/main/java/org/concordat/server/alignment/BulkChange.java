package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of many assets at once; what is empty stays as it is.
 *
 * @param unit the new unit's id, {@code -} for none
 * @param kind the name of the new kind
 * @param add properties to preserve from now on
 * @param drop properties to preserve no longer; what was judged of them goes along
 * @param remove whether the assets go altogether
 */
record BulkChange(String unit, String kind, Set<String> add, Set<String> drop, boolean remove) {
  BulkChange {
    add = Set.copyOf(add);
    drop = Set.copyOf(drop);
  }

  /** Whether anything is to change. */
  boolean isEmpty() {
    return !remove && unit.isEmpty() && kind.isEmpty() && add.isEmpty() && drop.isEmpty();
  }

  /** An asset as it is to become. */
  Asset changed(Asset asset) {
    @Nullable String to = unit.isEmpty() ? asset.unit() : unit.equals(Cells.NO_UNIT) ? null : unit;
    AssetKind known = Cells.kind(kind);
    Set<String> properties = new LinkedHashSet<>(asset.properties());
    properties.addAll(add.stream().sorted().toList());
    properties.removeAll(drop);
    return new Asset(
        asset.id(),
        asset.name(),
        known == null ? asset.kind() : known,
        to,
        asset.description(),
        List.copyOf(properties));
  }

  /** The wish for these assets as they are now. */
  Wish wish(List<Asset> assets) {
    Set<String> ids = new LinkedHashSet<>();
    assets.forEach(asset -> ids.add(asset.id()));
    return remove
        ? new Wish.OfWholeAssets(ids, EntryTag.ANYTHING)
        : new OfMany(this, ids, EntryTag.ANYTHING);
  }

  /** A wish that many assets become others. */
  private record OfMany(BulkChange change, Set<String> ids, String tag) implements Wish.Combined {
    @Override
    public List<Asset> present(Snapshot model) {
      List<Asset> assets = new ArrayList<>();
      for (String id : ids) {
        Asset asset = model.asset(id);
        if (asset != null) {
          assets.add(asset);
        }
      }
      return assets;
    }

    @Override
    public @Nullable Object wanted() {
      return null;
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model) {
      List<WorkspaceChange> changes = new ArrayList<>();
      for (Asset asset : present(model)) {
        Asset after = change.changed(asset);
        if (after.equals(asset)) {
          continue;
        }
        for (String property : asset.properties()) {
          if (change.drop.contains(property)) {
            model
                .impactsOf(new Requirement(asset.id(), property))
                .forEach(impact -> changes.add(new ImpactChange(impact, null)));
          }
        }
        changes.add(new AssetChange(asset, after));
      }
      return changes;
    }
  }
}
