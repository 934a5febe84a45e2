package org.concordat.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportedModel.ImportedRating;

/** The judgements of a workspace with the source's ratings among them. */
final class Ratings {
  private final Workspace workspace;
  private final String source;
  private final Registry<Asset> assets;
  private final LocalDate on;
  private final Map<Requirement, Judgement> rated = new LinkedHashMap<>();
  private final Map<String, Set<String>> properties = new HashMap<>();

  Ratings(Workspace workspace, ImportedModel model, Registry<Asset> assets, LocalDate on) {
    this.workspace = workspace;
    this.source = model.source();
    this.assets = assets;
    this.on = on;
    for (ImportedRating rating : model.ratings()) {
      Requirement requirement = new Requirement(assets.idOf(rating.asset()), rating.property());
      rated.merge(requirement, judgement(rating), Ratings::graver);
      properties
          .computeIfAbsent(requirement.asset(), _ -> new LinkedHashSet<>())
          .add(requirement.property());
    }
  }

  private Judgement judgement(ImportedRating rating) {
    String words = rating.words().isBlank() ? null : rating.words();
    return new Judgement(onScale(rating, workspace.scale()), source, on, words, false);
  }

  /** The lowest level that reaches at least as high as the rating does on its own scale. */
  private static Level onScale(ImportedRating rating, ImpactScale scale) {
    return Level.of(
        Math.toIntExact(Math.ceilDiv((long) rating.step() * scale.size(), (long) rating.steps())));
  }

  private static Judgement graver(Judgement one, Judgement other) {
    return other.level().compareTo(one.level()) > 0 ? other : one;
  }

  /** The properties of the asset that the source rates. */
  Set<String> propertiesOf(String asset) {
    return properties.getOrDefault(asset, Set.of());
  }

  /** The judgements that the import leaves alone. */
  List<Impact> judgementsOfOthers() {
    return workspace.impacts().stream().filter(impact -> !isReplaced(impact)).toList();
  }

  /** All judgements, those of the source in their old places where they had one. */
  List<Impact> impacts() {
    Map<Requirement, Judgement> open = new LinkedHashMap<>(rated);
    List<Impact> impacts = new ArrayList<>();
    for (Impact impact : workspace.impacts()) {
      if (!isReplaced(impact)) {
        impacts.add(impact);
      } else if (impact instanceof RequirementImpact(var requirement, _, var before)) {
        Judgement now = open.remove(requirement);
        if (now != null) {
          impacts.add(impact(requirement, renewed(before, now)));
        }
      }
    }
    open.forEach((requirement, judgement) -> impacts.add(impact(requirement, judgement)));
    return impacts;
  }

  private static Judgement renewed(Judgement before, Judgement now) {
    LocalDate day = before.level().equals(now.level()) ? before.on() : now.on();
    return new Judgement(now.level(), now.by(), day, now.because(), before.agreed());
  }

  private static Impact impact(Requirement requirement, Judgement judgement) {
    return new RequirementImpact(requirement, ImportMerge.RATED_IMPACT, judgement);
  }

  /** Whether it is a rating of an earlier import, on an asset that the source still has. */
  private boolean isReplaced(Impact impact) {
    return impact instanceof RequirementImpact(var requirement, var factor, var judgement)
        && factor.equals(ImportMerge.RATED_IMPACT)
        && source.equals(judgement.by())
        && !assets.isGone(requirement.asset());
  }
}
