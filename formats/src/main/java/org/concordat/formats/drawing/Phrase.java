package org.concordat.formats.drawing;

/**
 * What the pictures of a workspace say, as patterns of {@link java.text.MessageFormat}: in English
 * here, in other languages in the bundles that {@link Wording} reads.
 */
public enum Phrase {
  WANT_OF_ROOM("Not drawn, for want of room: {0}."),
  NONE("none"),
  RANK("Rank {0}: {1}, {2}."),
  RANK_BECAUSE("Rank {0}: {1}, {2}, because {3}."),
  VIA("via {0}"),
  THEN(", then "),
  HURTS("{0} hurts {1}"),
  KIND_INFORMATION("information"),
  KIND_TECHNICAL("technical"),
  KIND_PEOPLE("people"),
  KIND_PROCESS("process"),
  KIND_SERVICE("service"),
  OPERATIONAL_EXCELLENCE("operational excellence"),
  CUSTOMER_INTIMACY("customer intimacy"),
  PRODUCT_LEADERSHIP("product leadership"),
  FACTORS("{0,choice,0#{0,number,0} factors|1#{0,number,0} factor|1<{0,number,0} factors}"),
  GOALS("{0,choice,0#{0,number,0} goals|1#{0,number,0} goal|1<{0,number,0} goals}"),
  PROPERTIES(
      "{0,choice,0#{0,number,0} properties|1#{0,number,0} property|1<{0,number,0} properties}"),
  IMPACT("Impact diagram"),
  IMPACT_NO_ASSETS("There are no assets yet, so nothing can be required of them."),
  IMPACT_ADD_ASSETS(
      "Add assets with their security properties, or import them from an architecture model or an"
          + " asset list."),
  IMPACT_NO_GOALS("There are no goals yet, so nothing can be hurt."),
  IMPACT_ADD_GOALS(
      "Add the organisation''s units, each with the goals that it pursues; then say which factors"
          + " hurt them."),
  IMPACT_NO_PATH("No requirement reaches a goal yet."),
  IMPACT_ADD_PATH(
      "Add impacts of both kinds: from a requirement to a factor (what does a breach do?), and from"
          + " that factor to a goal (whom does that hurt?)."),
  IMPACT_REQUIREMENT("Requirement, by rank"),
  IMPACT_FACTOR("Factor: the kind of damage"),
  IMPACT_GOAL("Goal that it hurts, by unit"),
  IMPACT_COUNTS(
      "{0,choice,0#{0,number,0} requirements|1#{0,number,0} requirement|1<{0,number,0}"
          + " requirements} over {1,choice,0#{1,number,0} factors|1#{1,number,0}"
          + " factor|1<{1,number,0} factors} to {2,choice,0#{2,number,0} goals|1#{2,number,0}"
          + " goal|1<{2,number,0} goals} of {3,choice,0#{3,number,0} units|1#{3,number,0}"
          + " unit|1<{3,number,0} units}."),
  IMPACT_LESS(
      "{0,choice,0#{0,number,0} requirements that are|1#{0,number,0} requirement that"
          + " is|1<{0,number,0} requirements that are} needed less or as much"),
  IMPACT_UNNEEDED(
      "Not drawn, because no goal needs them so far: {0,choice,0#{0,number,0}"
          + " requirements|1#{0,number,0} requirement|1<{0,number,0} requirements}."),
  IMPACT_DASHED("dashed: inherited over dependencies"),
  IMPACT_THIN("thin and grey: not on the best path of a requirement"),
  IMPACT_GOAL_OF("{0}, a goal of {1}"),
  IMPACT_IMPORTANCE("importance: {0}"),
  MAP("Dependency map"),
  MAP_NO_ASSETS("There are no assets yet."),
  MAP_ADD_ASSETS(
      "Add assets and say which depends on which, or import them from an architecture model or an"
          + " asset list."),
  MAP_COUNTS(
      "{0,choice,0#{0,number,0} assets|1#{0,number,0} asset|1<{0,number,0} assets} and"
          + " {1,choice,0#{1,number,0} dependencies|1#{1,number,0} dependency|1<{1,number,0}"
          + " dependencies} between them; an arrow points to what is depended on."),
  MAP_FAR(
      "{0,choice,0#{0,number,0} assets that are neither needed most nor next to one that"
          + " is|1#{0,number,0} asset that is neither needed most nor next to one that"
          + " is|1<{0,number,0} assets that are neither needed most nor next to one that is}"),
  MAP_BETWEEN(
      "{0,choice,0#{0,number,0} dependencies|1#{0,number,0} dependency|1<{0,number,0} dependencies}"
          + " between these assets"),
  MAP_NOTHING(
      "Nothing depends on anything yet. Add dependencies, so that needs reach what they rest on."),
  MAP_DASHED("dashed: one of a redundancy group"),
  MAP_ALONE("Without dependencies in this picture"),
  MAP_BUSINESS("Business"),
  MAP_IT("Data and IT"),
  MAP_DEPENDS("{0} depends on {1}: {2}"),
  HEAT("Heat map of needs"),
  HEAT_NO_ASSETS("There are no assets with security properties yet."),
  HEAT_ADD_ASSETS(
      "Add assets with the properties that are to be preserved, or import them from an architecture"
          + " model or an asset list."),
  HEAT_NO_NEED("Nothing is needed yet: no requirement reaches a goal."),
  HEAT_ADD_NEED(
      "Add units with goals, factors that hurt the goals, and impacts from the requirements to the"
          + " factors."),
  HEAT_COUNTS(
      "{0,choice,0#{0,number,0} assets|1#{0,number,0} asset|1<{0,number,0} assets} by"
          + " {1,choice,0#{1,number,0} properties|1#{1,number,0} property|1<{1,number,0}"
          + " properties}, the most needed first."),
  HEAT_LESS(
      "{0,choice,0#{0,number,0} assets that are|1#{0,number,0} asset that is|1<{0,number,0} assets"
          + " that are} needed less or as much"),
  HEAT_UNNEEDED("{0}: no goal needs it"),
  HEAT_NOT_HAD("the asset does not have this property"),
  HEAT_ASSET("Asset"),
  HEAT_WHY("Why it is needed most"),
  HEAT_NO_UNIT("No unit");

  private final String english;

  Phrase(String english) {
    this.english = english;
  }

  /** The English pattern. */
  public String english() {
    return english;
  }
}
