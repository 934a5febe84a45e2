package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Cursor;
import org.concordat.server.web.api.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists what assets have, asset by asset in the order of their ids, without counting it all: a part
 * has whole assets, as many as it takes to fill it.
 */
final class AssetWalk {
  private AssetWalk() {}

  /**
   * The part of the list that is asked for.
   *
   * @param total how many entries the list has in all
   * @param entries what an asset has
   */
  static <E> ApiAnswer answer(
      Paging paging,
      Snapshot model,
      int total,
      Function<Asset, List<E>> entries,
      Function<E, ObjectNode> json) {
    List<E> rows = new ArrayList<>();
    @Nullable Cursor next = paging.after();
    boolean more = true;
    while (more && rows.size() < paging.limit()) {
      Paging here = new Paging(paging.path(), paging.parameters(), Paging.MOST, next);
      Paging.Part<AssetRow> part =
          here.part(
              (offset, most) -> model.assets(AssetQuery.ALL.withRows(offset, most)),
              row -> row.asset().id());
      int place = next == null ? 0 : placeOf(part, model);
      int taken = 0;
      for (AssetRow row : part.rows()) {
        if (rows.size() >= paging.limit()) {
          break;
        }
        rows.addAll(entries.apply(row.asset()));
        taken++;
        next = new Cursor(place + taken, row.asset().id());
      }
      more = taken < part.rows().size() || part.next() != null;
    }
    ObjectNode body = Nodes.object();
    ArrayNode items = body.putArray("items");
    rows.forEach(row -> items.add(json.apply(row)));
    return paging.answer(body, new Paging.Part<>(rows, total, more ? next : null));
  }

  private static int placeOf(Paging.Part<AssetRow> part, Snapshot model) {
    @Nullable Cursor next = part.next();
    Page<AssetRow> all = model.assets(AssetQuery.ALL.withRows(0, 1));
    return next == null ? all.total() - part.rows().size() : next.place() - part.rows().size();
  }
}
