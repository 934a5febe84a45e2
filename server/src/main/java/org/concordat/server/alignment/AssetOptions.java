package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.server.web.PageModel;

/** Assets as the options of a field. */
public record AssetOptions(List<Asset> assets) implements PageModel {
  public AssetOptions {
    assets = List.copyOf(assets);
  }

  @Override
  public String template() {
    return "alignment/asset_options";
  }
}
