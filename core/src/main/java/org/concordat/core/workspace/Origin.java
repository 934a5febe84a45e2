package org.concordat.core.workspace;

/**
 * Where an imported entry came from, so that importing again updates it.
 *
 * @param source the name of the source, stable between imports: by default the file's name
 * @param element the element's own identifier in the source
 * @param kind what the entry is
 * @param id the entry's id here; for a dependency {@code from>on}
 */
public record Origin(String source, String element, Kind kind, String id) {
  public enum Kind {
    UNIT,
    GOAL,
    FACTOR,
    ASSET,
    DEPENDENCY
  }
}
