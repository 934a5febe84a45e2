package org.concordat.server.alignment;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.server.web.PageModel;

/**
 * The dependencies of one asset on another; usually there is one.
 *
 * @param tag their entry tag
 * @param edits whether the reader may change them
 */
public record DependencyPage(
    Asset from,
    Asset on,
    List<Dependency> dependencies,
    String tag,
    ImpactScale scale,
    boolean edits)
    implements PageModel {
  public DependencyPage {
    dependencies = List.copyOf(dependencies);
  }

  /** How strong a dependency is. */
  public LevelView strength(Dependency dependency) {
    return LevelView.of(scale, dependency.strengthOn(scale));
  }

  @Override
  public String template() {
    return "alignment/dependency";
  }
}
