package org.concordat.server.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.DependencyMap;
import org.concordat.formats.drawing.HeatMap;
import org.concordat.formats.drawing.ImpactDiagram;
import org.concordat.formats.drawing.Wording;

/** A picture that is drawn of a model. */
public enum Picture {
  IMPACT(List.of(ImpactDiagram.DEFAULT_LIMIT, 10, 30)),
  DEPENDENCIES(List.of(DependencyMap.Options.DEFAULT.limit(), 30, DependencyMap.Options.LARGEST)),
  HEAT(List.of(HeatMap.DEFAULT_LIMIT, 20, 30));

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<Integer> sizes;

  Picture(List<Integer> sizes) {
    this.sizes = sizes;
  }

  /** The picture's name in addresses and keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many things it may show at the most, to choose from; the first is usual. */
  public List<Integer> sizes() {
    return sizes;
  }

  /** The picture of that name. */
  public static Optional<Picture> of(String word) {
    return Arrays.stream(values()).filter(picture -> picture.word().equals(word)).findFirst();
  }

  /** Draws it as SVG. */
  String draw(Workspace workspace, List<Priority> ranked, int most, Wording wording) {
    return switch (this) {
      case IMPACT -> ImpactDiagram.draw(workspace, ranked, most, wording);
      case DEPENDENCIES ->
          DependencyMap.draw(workspace, ranked, new DependencyMap.Options(most), wording);
      case HEAT -> HeatMap.draw(workspace, ranked, most, HeatMap.Rows.TOGETHER, wording);
    };
  }
}
