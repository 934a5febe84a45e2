package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The services that there are, and the text that says so.
 *
 * @param terms as they stand in the form
 * @param catalogue null while the text has errors
 * @param problems what is wrong with what was sent, as sentences
 * @param tag of the state that the form is about
 * @param isNew whether the organisation has said nothing yet; the form then holds an example
 */
public record ServicesPage(
    ServiceOffers.Terms terms,
    @Nullable ServiceCatalogue catalogue,
    List<String> problems,
    String tag,
    boolean isNew,
    boolean edits,
    ImpactScale scale)
    implements PageModel {
  public ServicesPage {
    problems = List.copyOf(problems);
  }

  public LevelView protection(ServiceLevel level) {
    return LevelView.of(scale, level.protection());
  }

  @Override
  public int status() {
    return problems.isEmpty() ? 200 : 422;
  }

  @Override
  public String template() {
    return "agreements/services";
  }
}
