package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.concordat.core.alignment.Asset;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OriginChange;
import org.jspecify.annotations.Nullable;

/**
 * Makes sound changes in the long lists. All at once: what goes is taken out before anything is put
 * in, and an entry that changes keeps its place.
 */
final class StoreEdit {
  private final Store store;
  private final List<WorkspaceChange> changes;

  /** Assets that were added or are other than before. */
  final List<Node> put = new ArrayList<>();

  /** Assets that are gone. */
  final List<Node> removed = new ArrayList<>();

  private StoreEdit(Store store, List<WorkspaceChange> changes) {
    this.store = store;
    this.changes = changes;
  }

  static StoreEdit make(Store store, List<WorkspaceChange> changes) {
    StoreEdit edit = new StoreEdit(store, changes);
    Map<String, Node> leaving = edit.assets();
    edit.entries(
        DependencyChange.class,
        DependencyChange::before,
        DependencyChange::after,
        store::remove,
        store::add);
    edit.entries(
        ImpactChange.class, ImpactChange::before, ImpactChange::after, store::remove, store::add);
    edit.entries(
        OriginChange.class, OriginChange::before, OriginChange::after, store::remove, store::add);
    leaving.values().forEach(store::remove);
    edit.removed.addAll(leaving.values());
    return edit;
  }

  /**
   * Puts assets in and returns those whose ids nobody has any more; they still have their links.
   */
  private Map<String, Node> assets() {
    Map<String, Node> leaving = new HashMap<>();
    Map<AssetChange, Long> places = new HashMap<>();
    for (WorkspaceChange change : changes) {
      if (change instanceof AssetChange asset && asset.before() != null) {
        Node node = store.node(asset.before().id());
        leaving.put(node.id(), node);
        places.put(asset, node.held.place());
      }
    }
    for (WorkspaceChange change : changes) {
      if (change instanceof AssetChange asset && asset.after() != null) {
        Asset after = asset.after();
        Long kept = places.get(asset);
        long place = kept == null ? store.newPlace() : kept;
        Node node = leaving.remove(after.id());
        if (node == null) {
          node = store.add(after, place);
        } else {
          node = store.changing(after.id());
          node.held = new Held<>(place, after);
        }
        put.add(node);
      }
    }
    return leaving;
  }

  private <C extends EntryChange, T> void entries(
      Class<C> kind,
      Function<C, @Nullable T> before,
      Function<C, @Nullable T> after,
      ToLongFunction<T> remove,
      ObjLongConsumer<T> add) {
    List<C> own = changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    long[] places = new long[own.size()];
    for (int i = 0; i < places.length; i++) {
      T was = before.apply(own.get(i));
      places[i] = was == null ? -1 : remove.applyAsLong(was);
    }
    for (int i = 0; i < places.length; i++) {
      T is = after.apply(own.get(i));
      if (is != null) {
        add.accept(is, places[i] < 0 ? store.newPlace() : places[i]);
      }
    }
  }
}
