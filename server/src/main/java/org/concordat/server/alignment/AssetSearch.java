package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;

/** Finds assets by what people type. */
public final class AssetSearch {
  private AssetSearch() {}

  /** The assets that have all the words, those that matter most first. */
  public static List<Asset> matching(String words, int most, Snapshot model) {
    AssetQuery query =
        AssetQuery.ALL
            .withText(words)
            .descendingBy(AssetQuery.Order.HIGHEST_NEED)
            .withRows(0, most);
    return model.assets(query).rows().stream().map(AssetRow::asset).toList();
  }

  /** The ids of the assets that have exactly this name, but for case. */
  static List<String> named(String name, Snapshot model) {
    return matching(name, Page.MOST_ROWS, model).stream()
        .filter(asset -> asset.name().equalsIgnoreCase(name))
        .map(Asset::id)
        .toList();
  }
}
