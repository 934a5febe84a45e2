package org.concordat.server.agreements.pages;

import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.server.agreements.ServiceEdit;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One service in its form.
 *
 * @param id of the service, or empty for a new one
 * @param form what the fields hold
 * @param problems what is wrong with them
 * @param tag of the state that the form is about
 * @param theirs what somebody else has made of it since, or null
 * @param isGone whether somebody else has removed it since
 * @param properties the ids of all security properties
 * @param levels the names of the scale's levels by their numbers
 * @param losesRemarks whether saving drops remarks within the text
 */
public record ServicePage(
    String id,
    ServiceForm form,
    FormProblems problems,
    String tag,
    @Nullable SecurityService theirs,
    boolean isGone,
    List<String> properties,
    ImpactScale scale,
    Map<Integer, String> levels,
    String currency,
    boolean losesRemarks)
    implements PageModel {
  public ServicePage {
    properties = List.copyOf(properties);
    levels = Map.copyOf(levels);
  }

  /**
   * The same form beside what somebody else has made of the service since; null when it is gone.
   */
  ServicePage against(@Nullable SecurityService other) {
    return new ServicePage(
        id,
        form,
        problems,
        ServiceEdit.tag(other),
        other,
        other == null,
        properties,
        scale,
        levels,
        currency,
        losesRemarks);
  }

  public boolean isNew() {
    return id.isEmpty();
  }

  /** Whether somebody was faster. */
  public boolean isConflict() {
    return theirs != null || isGone;
  }

  public LevelView protection(ServiceLevel level) {
    return LevelView.of(scale, level.protection());
  }

  /** Where the form goes. */
  public String action() {
    return isNew() ? "/services/new" : "/services/service/" + id;
  }

  @Override
  public int status() {
    return isConflict() ? 409 : problems.isEmpty() ? 200 : 422;
  }

  @Override
  public @Nullable String fragment(String target) {
    return target.equals("service-form") ? "agreements/service_form" : null;
  }

  @Override
  public String template() {
    return "agreements/service";
  }
}
