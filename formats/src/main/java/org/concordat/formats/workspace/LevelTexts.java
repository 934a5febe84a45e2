package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * The words for levels that a workspace uses, while the scale is not known yet: it may stand in a
 * later line or file. Until then the level of a word is the number of the word here; at the end
 * each is replaced by the level that the scale gives the word.
 */
final class LevelTexts {
  private static final Level UNSTATED = Level.of(Integer.MAX_VALUE);

  private final Map<String, Level> provisional = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  Level provisional(String text) {
    Level known = provisional.get(text);
    if (known == null) {
      texts.add(text);
      known = Level.of(texts.size());
      provisional.put(text, known);
    }
    return known;
  }

  /** What stands in for a level that is missing, which somebody else has reported. */
  Level unstated() {
    return UNSTATED;
  }

  /**
   * Puts the levels of the scale in place of the provisional ones, and the top level where the
   * scale has no such level, which is reported with the key path in the joined lists.
   */
  Resolution resolve(ImpactScale scale, FindingList findings) {
    return new Resolution(scale, findings);
  }

  /** One replacement of all levels of a workspace. */
  final class Resolution {
    private final ImpactScale scale;
    private final FindingList findings;
    private final List<@Nullable Level> levels = new ArrayList<>();

    private Resolution(ImpactScale scale, FindingList findings) {
      this.scale = scale;
      this.findings = findings;
      for (String text : texts) {
        levels.add(scale.level(text).orElse(null));
      }
    }

    private Level of(Level word, String list, int index, String key) {
      if (word.equals(UNSTATED)) {
        return scale.top();
      }
      Level level = levels.get(word.number() - 1);
      return level == null ? unknown(word, list + "[" + index + "]" + key) : level;
    }

    private Level unknown(Level word, String path) {
      String text = texts.get(word.number() - 1);
      String names = String.join(", ", scale.names());
      String remedy =
          NearestName.among(scale.names())
              .to(text)
              .map(name -> "did you mean '" + name + "'? The scale has " + names)
              .orElse("the scale has " + names);
      findings.error(Place.ofKey(path), "there is no level '" + text + "'", remedy);
      return scale.top();
    }

    /** A matrix may give a level by its number, where no level has that name. */
    Combination combination(Combination combination) {
      if (!(combination.along() instanceof Along.Matrix(List<List<Level>> rows))) {
        return combination;
      }
      List<List<Level>> resolved = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        List<Level> row = new ArrayList<>();
        resolved.add(row);
        for (int j = 0; j < rows.get(i).size(); j++) {
          Level level = cell(rows.get(i).get(j));
          if (level == null) {
            unknown(rows.get(i).get(j), "combination.along.matrix[" + i + "][" + j + "]");
            level = harmless(resolved, i, j);
          }
          row.add(level);
        }
      }
      return new Combination(new Along.Matrix(resolved), combination.across());
    }

    private @Nullable Level cell(Level word) {
      Level level = levels.get(word.number() - 1);
      String text = texts.get(word.number() - 1);
      boolean isNumber =
          level == null
              && text.matches("[1-9][0-9]{0,2}")
              && Integer.parseInt(text) <= scale.size();
      return isNumber ? Level.of(Integer.parseInt(text)) : level;
    }

    /** The least level that a cell must have by its neighbours, so that no rule speaks of it. */
    private static Level harmless(List<List<Level>> rows, int i, int j) {
      int most = Math.min(i, j) + 1;
      boolean hasAbove = i > 0 && j < rows.get(i - 1).size();
      int above = hasAbove ? Math.min(rows.get(i - 1).get(j).number(), most) : 1;
      int before = j > 0 ? Math.min(rows.get(i).get(j - 1).number(), most) : 1;
      return Level.of(Math.max(above, before));
    }

    void units(List<Unit> units) {
      for (int i = 0; i < units.size(); i++) {
        Unit unit = units.get(i);
        if (unit.goals().stream().anyMatch(goal -> goal.importance() != null)) {
          units.set(
              i,
              new Unit(
                  unit.id(),
                  unit.name(),
                  unit.discipline(),
                  unit.description(),
                  goals(unit.goals(), "units[" + i + "].goals")));
        }
      }
    }

    private List<Goal> goals(List<Goal> goals, String path) {
      List<Goal> resolved = new ArrayList<>(goals);
      for (int i = 0; i < goals.size(); i++) {
        Goal goal = goals.get(i);
        if (goal.importance() != null) {
          Level importance = of(goal.importance(), path, i, ".importance");
          resolved.set(i, new Goal(goal.id(), goal.name(), importance, goal.description()));
        }
      }
      return resolved;
    }

    void dependencies(List<Dependency> dependencies) {
      for (int i = 0; i < dependencies.size(); i++) {
        Dependency dependency = dependencies.get(i);
        if (dependency.strength() != null) {
          Level strength = of(dependency.strength(), "dependencies", i, ".strength");
          dependencies.set(
              i,
              new Dependency(
                  dependency.from(),
                  dependency.on(),
                  strength,
                  dependency.carries(),
                  dependency.redundancy()));
        }
      }
    }

    void impacts(List<Impact> impacts) {
      for (int i = 0; i < impacts.size(); i++) {
        int index = i;
        UnaryOperator<Judgement> resolve =
            judgement ->
                new Judgement(
                    of(judgement.level(), "impacts", index, ".level"),
                    judgement.by(),
                    judgement.on(),
                    judgement.because(),
                    judgement.agreed());
        impacts.set(
            i,
            switch (impacts.get(i)) {
              case Impact.RequirementImpact(var requirement, var factor, var judgement) ->
                  new Impact.RequirementImpact(requirement, factor, resolve.apply(judgement));
              case Impact.FactorImpact(var factor, var goal, var judgement) ->
                  new Impact.FactorImpact(factor, goal, resolve.apply(judgement));
            });
      }
    }
  }
}
