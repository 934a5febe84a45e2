package org.concordat.formats.imports;

import java.util.List;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What one source says, in the source's own identifiers ("elements"). References between the parts
 * are by element; an element is unique within the source for its kind.
 *
 * @param source the name of the source, stable between imports: by default the file's name
 * @param dependencies from and on are elements of assets
 * @param unused what the source holds that has no place in a workspace, by kind
 * @param findings warnings on single parts of the source that were read all the same
 */
public record ImportedModel(
    String source,
    List<ImportedUnit> units,
    List<ImportedGoal> goals,
    List<ImportedFactor> factors,
    List<ImportedAsset> assets,
    List<ImportedDependency> dependencies,
    List<ImportedRating> ratings,
    List<Unused> unused,
    List<Finding> findings) {
  public ImportedModel {
    units = List.copyOf(units);
    goals = List.copyOf(goals);
    factors = List.copyOf(factors);
    assets = List.copyOf(assets);
    dependencies = List.copyOf(dependencies);
    ratings = List.copyOf(ratings);
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
  }

  public record ImportedUnit(String element, String name, @Nullable String description) {}

  /**
   * A goal or an outcome.
   *
   * @param unit the element of the unit that has the goal, or null when the source names none
   */
  public record ImportedGoal(
      String element, String name, @Nullable String description, @Nullable String unit) {}

  public record ImportedFactor(String element, String name, @Nullable String description) {}

  /**
   * An asset.
   *
   * @param id the id that the source itself uses for people to type, or null to make one of the
   *     name
   * @param unit the element of the unit that it belongs to, or null
   * @param properties the security properties that the source states, or null for the classic ones
   */
  public record ImportedAsset(
      String element,
      @Nullable String id,
      String name,
      AssetKind kind,
      @Nullable String unit,
      @Nullable String description,
      @Nullable List<String> properties) {}

  /** "The asset {@code from} depends on the asset {@code on}". */
  public record ImportedDependency(String element, String from, String on) {}

  /**
   * How grave the source holds the loss of a property of an asset to be, on the source's own scale.
   * It says nothing of which business goal suffers, so it becomes a judgement against the factor
   * {@value ImportMerge#RATED_IMPACT}, which counts as soon as somebody links that to a goal.
   *
   * @param step the step on the source's scale, from 1, the lowest
   * @param steps the number of steps of the source's scale
   * @param words the rating as the source writes it
   */
  public record ImportedRating(String asset, String property, int step, int steps, String words) {
    public ImportedRating {
      if (step < 1 || step > steps) {
        throw new IllegalArgumentException("step " + step + " of " + steps);
      }
    }
  }

  /**
   * A kind of thing that was passed over.
   *
   * @param kind what it is in the source's words, such as {@code WorkPackage} or {@code column
   *     "Cost centre"}
   * @param count how many of them
   * @param why why they have no place in a workspace
   */
  public record Unused(String kind, int count, String why) {}
}
