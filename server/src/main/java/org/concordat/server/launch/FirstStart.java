package org.concordat.server.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.identity.signon.SettledSignOn;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.springframework.stereotype.Component;

/** Makes an installation ready for its first person. Does again whatever a crash left undone. */
@Component
class FirstStart {
  private static final Attribution SET_UP = Attribution.ofServer("set-up");

  private final Organisations organisations;
  private final Models models;
  private final Accounts accounts;
  private final Links links;
  private final SettledSignOn signOn;

  FirstStart(
      Organisations organisations,
      Models models,
      Accounts accounts,
      Links links,
      SettledSignOn signOn) {
    this.organisations = organisations;
    this.models = models;
    this.accounts = accounts;
    this.links = links;
    this.signOn = signOn;
  }

  /**
   * Makes the first organisation when there is none, and a model for every organisation without.
   *
   * @param first what the first organisation begins with; nothing when empty
   * @return paths of one-time links, one for each organisation that has no administrator
   * @throws InvalidInput when the environment says something wrong about single sign-on
   */
  List<String> prepare(Optional<Workspace> first) throws InvalidInput {
    Workspace beginning =
        first.orElseGet(
            () -> Workspace.empty(new Organisation("organisation", "My organisation", null)));
    if (organisations.all().isEmpty()) {
      organisations.add(beginning.organisation().name(), SET_UP);
    }
    signOn.apply();
    List<String> paths = new ArrayList<>();
    for (Organisations.Listed each : organisations.all()) {
      models.createUnlessThere(each.id(), SET_UP, beginning);
      if (!accounts.hasAdministrator(each.id())) {
        paths.add("/welcome/" + links.administrator(each.id(), SET_UP));
      }
    }
    return paths;
  }
}
