package org.concordat.server.deciding.pages;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.ReckoningForm;
import org.concordat.server.deciding.Draft;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A draft: what it changes, what that moves, and what may be done with it.
 *
 * @param rows its changes
 * @param problems rules that the model would break
 * @param left what still has a level of the old scale
 * @param effect null while the changes cannot be made
 * @param focus what the reader came from
 * @param rights what the reader may do
 * @param address the whole address of the draft, to be shared
 * @param others drafts that it may be compared with
 */
public record DraftPage(
    Draft draft,
    List<ChangeRow> rows,
    List<String> problems,
    List<Cell> left,
    @Nullable DraftEffectView effect,
    Choices choices,
    Focus focus,
    Rights rights,
    String address,
    List<Draft> others)
    implements PageModel {
  public DraftPage {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    left = List.copyOf(left);
    others = List.copyOf(others);
  }

  /**
   * A change of the draft.
   *
   * @param present what others have put in its place meanwhile, or null for no conflict
   */
  public record ChangeRow(Cell about, Cell before, Cell after, @Nullable Cell present) {}

  /**
   * What the forms offer.
   *
   * @param organisation its name
   */
  public record Choices(
      ImpactScale scale,
      List<Factor> factors,
      List<Unit> units,
      List<PropertyDefinition> ownProperties,
      String organisation,
      ReckoningForm reckoning) {
    public Choices {
      factors = List.copyOf(factors);
      units = List.copyOf(units);
      ownProperties = List.copyOf(ownProperties);
    }

    /** The ids of all properties that an asset may have. */
    public List<String> properties() {
      return Stream.concat(
              SecurityProperty.KNOWN.stream(), ownProperties.stream().map(PropertyDefinition::id))
          .toList();
    }
  }

  /**
   * What the reader thinks about.
   *
   * @param asset its id, or nothing
   * @param links its requirements' links, each with the level that counts
   * @param section the form that is open at first
   */
  public record Focus(
      String asset,
      String name,
      List<String> properties,
      List<FocusLink> links,
      List<FocusDependency> dependencies,
      String section) {
    public Focus {
      properties = List.copyOf(properties);
      links = List.copyOf(links);
      dependencies = List.copyOf(dependencies);
    }
  }

  /** A link whose level can be changed at once. */
  public record FocusLink(
      Requirement requirement, String factor, String factorName, int number, LevelView level) {}

  /** A dependency whose strength can be changed at once, and its two ends. */
  public record FocusDependency(Dependency dependency, Asset from, Asset on) {}

  /** What the reader may do with the draft. */
  public record Rights(boolean edits, boolean owns, boolean decides) {}

  /** Whether others have changed what the draft changes. */
  public boolean isStale() {
    return rows.stream().anyMatch(row -> row.present() != null);
  }

  /** Whether it can be proposed as it is. */
  public boolean isReady() {
    return rights.edits() && !rows.isEmpty() && effect != null;
  }

  @Override
  public String template() {
    return "deciding/draft";
  }

  @Override
  public @Nullable String fragment(String target) {
    return target.equals("draft") ? "deciding/draft_body" : null;
  }
}
