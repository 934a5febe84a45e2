package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.Published;
import org.concordat.server.standards.StandardsState;

/**
 * A published mapping, as pages show it.
 *
 * @param word what it says
 * @param own whether it is the organisation's own, and can be changed
 */
public record MappingView(
    String crosswalk, ControlView source, String word, ControlView target, boolean own) {
  static MappingView of(Published mapping, StandardsState standards) {
    return new MappingView(
        mapping.crosswalk(),
        ControlView.of(mapping.source(), standards),
        mapping.statement().word(),
        ControlView.of(mapping.target(), standards),
        standards.owns(mapping.crosswalk()));
  }

  /** Where it stands among the rows of its crosswalk. */
  public String link() {
    return "/crosswalks/" + crosswalk + "?q=" + ControlView.encoded(source.id());
  }

  /**
   * Mappings that cannot all be true.
   *
   * @param refuted the one that the others speak against
   * @param others without any one of them the rest agree
   */
  public record Clash(MappingView refuted, List<MappingView> others) {
    public Clash {
      others = List.copyOf(others);
    }

    static Clash of(Contradiction contradiction, StandardsState standards) {
      return new Clash(
          MappingView.of(contradiction.refuted(), standards),
          contradiction.mappings().stream()
              .filter(mapping -> !mapping.equals(contradiction.refuted()))
              .map(mapping -> MappingView.of(mapping, standards))
              .toList());
    }
  }
}
