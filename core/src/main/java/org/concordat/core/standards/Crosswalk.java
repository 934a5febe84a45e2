package org.concordat.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher says of how the controls of two catalogues relate. That a mapping is absent
 * says nothing.
 *
 * @param id unique among all crosswalks
 * @param source the id of the catalogue that the sources of the mappings are in
 * @param target the id of the catalogue that the targets of the mappings are in; may be the same
 * @param publisher who says so, or null when not known
 * @param url where it was published, or null
 * @param version null when not known
 * @param licence null when not known
 * @param mappings in the publisher's order
 */
public record Crosswalk(
    String id,
    String source,
    String target,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String version,
    @Nullable String licence,
    List<Mapping> mappings) {
  public Crosswalk {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a crosswalk needs an id");
    }
    mappings = List.copyOf(mappings);
  }

  public Crosswalk(String id, String source, String target, List<Mapping> mappings) {
    this(id, source, target, null, null, null, null, mappings);
  }
}
