package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.formats.content.InformationType;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The way from an empty organisation to its first priority, one step after the other.
 *
 * @param present the step that is next, or that was asked for
 * @param goals of all units
 * @param catalogue factors to choose from, those of the industry first
 * @param typed what was typed about assets, line by line, with what the catalogue knows of it
 * @param first the first priority, or null as long as there is none
 */
public record FirstStepsPage(
    Step present,
    List<Step> done,
    List<OwnedGoal> goals,
    List<Factor> factors,
    List<CatalogueFactor> catalogue,
    List<Asset> assets,
    int assetCount,
    List<Typed> typed,
    ImpactScale scale,
    @Nullable RankedRow first)
    implements PageModel {
  /** The steps, in their order. */
  public enum Step {
    GOAL,
    FACTORS,
    ASSETS,
    RATE,
    SEE
  }

  public FirstStepsPage {
    done = List.copyOf(done);
    goals = List.copyOf(goals);
    factors = List.copyOf(factors);
    catalogue = List.copyOf(catalogue);
    assets = List.copyOf(assets);
    typed = List.copyOf(typed);
  }

  /**
   * A line about an asset.
   *
   * @param kind what its words say that it is, else information
   * @param suggestions what the catalogue of information types has that fits, best first
   * @param whole whether the first of them fits the whole line rather than some of its words
   */
  public record Typed(
      String line, AssetKind kind, List<InformationType> suggestions, boolean whole) {
    public Typed {
      suggestions = List.copyOf(suggestions);
    }

    /** Whether a suggestion is good enough to be chosen unless somebody says otherwise. */
    public boolean fits(InformationType type) {
      return whole && type.equals(suggestions.getFirst());
    }
  }

  /** The goal that was stated last: the one that the first rating is about. */
  public @Nullable OwnedGoal goal() {
    return goals.isEmpty() ? null : goals.getLast();
  }

  @Override
  public String template() {
    return "alignment/first";
  }
}
