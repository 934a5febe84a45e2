package org.concordat.server.agreements.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Party;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.Surroundings;

/** What is called how: people, units, assets, goals. Whatever is gone keeps its id. */
public final class Labels {
  private final Names people;
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> assets = new HashMap<>();
  private final Map<String, String> goals = new HashMap<>();

  /** Names of units, goals and assets, where nobody asks for people. */
  static Labels ofUnits(Workspace workspace) {
    return new Labels(Names.none(), workspace);
  }

  Labels(Names people, Workspace workspace) {
    this.people = people;
    workspace
        .units()
        .forEach(
            unit -> {
              units.put(unit.id(), unit.name());
              unit.goals().forEach(goal -> goals.put(goal.id(), goal.name()));
            });
    workspace.assets().forEach(asset -> assets.put(asset.id(), asset.name()));
  }

  public String person(String person) {
    return people.of(person);
  }

  public String unit(String id) {
    return units.getOrDefault(id, id);
  }

  public String asset(String id) {
    return assets.getOrDefault(id, id);
  }

  public String goal(String id) {
    return goals.getOrDefault(id, id);
  }

  /** The names of assets, with commas between them. */
  public String assets(List<String> ids) {
    return String.join(", ", ids.stream().map(this::asset).toList());
  }

  /** The names of goals, with commas between them. */
  public String goals(List<String> ids) {
    return String.join(", ", ids.stream().map(this::goal).toList());
  }

  /** A requirement: what shall keep which property. */
  public String requirement(Surroundings here, Requirement requirement) {
    String property = requirement.property();
    return asset(requirement.asset())
        + ", "
        + here.textOr("alignment.property." + property, property);
  }

  /** For whom somebody acts. */
  public String party(Surroundings here, Party party) {
    return party instanceof Party.OtherUnit(String unit)
        ? here.text("agreements.party.of-unit", unit(unit))
        : here.text("agreements.party." + Words.of(party.capacity()));
  }
}
