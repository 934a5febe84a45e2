package org.concordat.server.agreements.pages;

import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The services that there are, and what holds for all of them.
 *
 * @param catalogue null while the text that is kept has errors
 * @param example the text of an example in the organisation's own levels, to begin with
 * @param isNew whether the organisation has said nothing yet
 */
public record ServicesPage(
    ServiceOffers.Terms terms,
    @Nullable ServiceCatalogue catalogue,
    String example,
    boolean isNew,
    boolean edits,
    ImpactScale scale)
    implements PageModel {
  public LevelView protection(ServiceLevel level) {
    return LevelView.of(scale, level.protection());
  }

  @Override
  public String template() {
    return "agreements/services";
  }
}
