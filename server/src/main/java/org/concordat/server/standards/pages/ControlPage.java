package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * A control: whether it is in operation, how far it is covered and by what, what it is good for.
 *
 * @param parent the control that it is a part of, or null
 * @param operation what is said of its operation, or null
 * @param degree how far it is covered, in small letters
 * @param proof what covers it, or null
 * @param coveringParts the parts that cover it, where they do
 * @param importance null when it satisfies no requirement
 * @param satisfied the requirements that it satisfies, the most needed first
 * @param obligations what it fulfils
 * @param served the controls of other catalogues that it serves, by catalogue
 * @param choices requirements to choose from, as {@code asset/property}
 * @param operates whether the reader may say whether it is in operation
 * @param edits whether the reader may say what it satisfies
 */
public record ControlPage(
    ControlView control,
    Control itself,
    @Nullable ControlView parent,
    List<PartView> parts,
    @Nullable ControlOperation operation,
    String tag,
    String degree,
    @Nullable ProofView proof,
    List<ControlView> coveringParts,
    @Nullable LevelView importance,
    List<SatisfiedView> satisfied,
    List<BoundView> obligations,
    List<ServedCatalogue> served,
    List<String> choices,
    boolean operates,
    boolean edits)
    implements PageModel {
  public ControlPage {
    parts = List.copyOf(parts);
    coveringParts = List.copyOf(coveringParts);
    satisfied = List.copyOf(satisfied);
    obligations = List.copyOf(obligations);
    served = List.copyOf(served);
    choices = List.copyOf(choices);
  }

  /** A part of the control, and how far it is covered. */
  public record PartView(ControlView control, String degree) {}

  /**
   * A requirement that the control satisfies.
   *
   * @param link what somebody has said
   * @param asset the asset's name, or its id when it is gone
   * @param need null when the requirement is gone
   * @param because the best path from the requirement to a goal, or null without one
   * @param through why the control covers the one of which it was said, or null for itself
   * @param tag of the link
   */
  public record SatisfiedView(
      RequirementLink link,
      String asset,
      double score,
      @Nullable LevelView need,
      @Nullable PathView because,
      @Nullable ProofView through,
      String tag) {}

  /**
   * An obligation that the control fulfils.
   *
   * @param because what was said, or null
   * @param through why the control covers the one of which it was said, or null for itself
   */
  public record BoundView(
      String id, String title, @Nullable String because, @Nullable ProofView through) {}

  /** The controls of another catalogue that the control serves. */
  public record ServedCatalogue(String title, List<ServedView> controls) {
    public ServedCatalogue {
      controls = List.copyOf(controls);
    }
  }

  /** A control that is served: covered, or only contributed to. */
  public record ServedView(boolean covers, ProofView proof) {}

  /** The best reason for the control that ends at a goal, or null. */
  public @Nullable SatisfiedView best() {
    return satisfied.stream().filter(each -> each.because() != null).findFirst().orElse(null);
  }

  @Override
  public String template() {
    return "standards/control";
  }
}
