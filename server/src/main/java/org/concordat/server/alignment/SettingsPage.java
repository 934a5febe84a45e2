package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.EntryTag;

/**
 * What the whole organisation has agreed: its name, its scale, how levels join, its own properties.
 *
 * @param organisationTag the entry tag of name and industry
 * @param industries those that the catalogue knows
 * @param form how scores are reckoned
 * @param reckoningTag the entry tag of that
 * @param uses of each own property, how many assets have it
 * @param edits whether the reader may change it
 */
public record SettingsPage(
    Organisation organisation,
    String organisationTag,
    List<String> industries,
    ReckoningForm form,
    String reckoningTag,
    List<PropertyDefinition> properties,
    Map<String, Integer> uses,
    boolean edits)
    implements PageModel {
  public SettingsPage {
    industries = List.copyOf(industries);
    properties = List.copyOf(properties);
    uses = Map.copyOf(uses);
  }

  /** The entry tag of an own property. */
  public String tag(PropertyDefinition property) {
    return EntryTag.of(property);
  }

  @Override
  public String template() {
    return "alignment/settings";
  }
}
