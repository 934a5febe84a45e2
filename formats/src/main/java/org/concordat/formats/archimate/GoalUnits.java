package org.concordat.formats.archimate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.formats.archimate.ArchimateModel.Element;
import org.concordat.formats.archimate.ModelLinks.Link;
import org.concordat.formats.archimate.ModelLinks.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit that has a goal, if it is one only: the one that an association, influence,
 * assignment or realisation links with the goal, itself or through a stakeholder.
 *
 * <p>A stakeholder speaks for the unit that such a relation links it with, or else for the unit of
 * the same name.
 */
final class GoalUnits {
  private final Map<String, Meaning> meanings;
  private final Map<String, Choice> spokenFor = new HashMap<>();
  private final Map<String, Choice> goals = new HashMap<>();
  private final Set<String> speakers = new HashSet<>();

  GoalUnits(Map<String, Element> elements, Map<String, Meaning> meanings, Collection<Link> links) {
    this.meanings = meanings;
    for (Link link : links) {
      for (Pair pair : link.pairs()) {
        if (counts(link.type())) {
          String speaker = end(pair, Meaning.Stakeholder.class);
          String unit = end(pair, Meaning.Unit.class);
          if (speaker != null && unit != null) {
            spokenFor.merge(speaker, Choice.of(unit), Choice::and);
          }
        }
      }
    }
    speakForNamesakes(elements);
    for (Link link : links) {
      for (Pair pair : link.pairs()) {
        String goal = end(pair, Meaning.Goal.class);
        String unit = unitBehind(pair);
        if (counts(link.type()) && goal != null && unit != null) {
          goals.merge(goal, Choice.of(unit), Choice::and);
        }
      }
    }
    for (Link link : links) {
      for (Pair pair : link.pairs()) {
        String speaker = end(pair, Meaning.Stakeholder.class);
        if (speaker != null && givesGoalItsUnit(link.type(), pair)) {
          speakers.add(speaker);
        }
      }
    }
  }

  private void speakForNamesakes(Map<String, Element> elements) {
    Map<String, Choice> units = new HashMap<>();
    elements.forEach(
        (id, element) -> {
          if (meanings.get(id) instanceof Meaning.Unit) {
            units.merge(folded(element.name()), Choice.of(id), Choice::and);
          }
        });
    elements.forEach(
        (id, element) -> {
          Choice namesake = units.get(folded(element.name()));
          if (meanings.get(id) instanceof Meaning.Stakeholder && namesake != null) {
            spokenFor.putIfAbsent(id, namesake);
          }
        });
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The unit that has the goal, or null. */
  @Nullable String unitOf(String goal) {
    Choice choice = goals.get(goal);
    return choice == null ? null : choice.unit();
  }

  /** The goals that several units could have, and so none of them has. */
  boolean isContested(String goal) {
    return Choice.SEVERAL.equals(goals.get(goal));
  }

  /** Whether some goal has its unit through this stakeholder. */
  boolean speaks(String stakeholder) {
    return speakers.contains(stakeholder);
  }

  /** Whether a goal has its unit by this pair, or a stakeholder that gives one its unit. */
  boolean decidedBy(RelationType type, Pair pair) {
    String speaker = end(pair, Meaning.Stakeholder.class);
    String unit = end(pair, Meaning.Unit.class);
    boolean introduces =
        speaker != null
            && unit != null
            && counts(type)
            && speaks(speaker)
            && unit.equals(unitSpokenFor(speaker));
    return introduces || givesGoalItsUnit(type, pair);
  }

  private boolean givesGoalItsUnit(RelationType type, Pair pair) {
    String goal = end(pair, Meaning.Goal.class);
    String unit = unitBehind(pair);
    return counts(type) && goal != null && unit != null && unit.equals(unitOf(goal));
  }

  private @Nullable String unitBehind(Pair pair) {
    String unit = end(pair, Meaning.Unit.class);
    if (unit != null) {
      return unit;
    }
    String speaker = end(pair, Meaning.Stakeholder.class);
    return speaker == null ? null : unitSpokenFor(speaker);
  }

  private @Nullable String unitSpokenFor(String stakeholder) {
    Choice choice = spokenFor.get(stakeholder);
    return choice == null ? null : choice.unit();
  }

  private @Nullable String end(Pair pair, Class<? extends Meaning> meaning) {
    if (meaning.isInstance(meanings.get(pair.source()))) {
      return pair.source();
    }
    return meaning.isInstance(meanings.get(pair.target())) ? pair.target() : null;
  }

  private static boolean counts(RelationType type) {
    return switch (type) {
      case ASSOCIATION, INFLUENCE, ASSIGNMENT, REALIZATION -> true;
      case COMPOSITION, AGGREGATION, SERVING, ACCESS, FLOW, TRIGGERING, SPECIALIZATION -> false;
    };
  }
}
