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
 * @param considered controls that were looked at and found without a counterpart; nothing follows
 *     from it
 * @param extras what else the publisher's file says of the crosswalk as a whole
 */
public record Crosswalk(
    String id,
    String source,
    String target,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String version,
    @Nullable String licence,
    List<Mapping> mappings,
    List<Considered> considered,
    Extras extras) {
  public Crosswalk {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a crosswalk needs an id");
    }
    mappings = List.copyOf(mappings);
    considered = List.copyOf(considered);
  }

  /**
   * A control of either catalogue that was looked at and found without a counterpart.
   *
   * @param because why, or null when it is not said
   */
  public record Considered(ControlRef control, @Nullable String because) {}

  /** The same crosswalk with other mappings. */
  public Crosswalk with(List<Mapping> others) {
    return new Crosswalk(
        id, source, target, publisher, url, version, licence, others, considered, extras);
  }

  /** The same crosswalk, of which something else is said. */
  public Crosswalk with(List<Considered> others, Extras otherExtras) {
    return new Crosswalk(
        id, source, target, publisher, url, version, licence, mappings, others, otherExtras);
  }

  /** A crosswalk that does not say what was looked at in vain. */
  public Crosswalk(
      String id,
      String source,
      String target,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String version,
      @Nullable String licence,
      List<Mapping> mappings) {
    this(id, source, target, publisher, url, version, licence, mappings, List.of(), Extras.NONE);
  }

  public Crosswalk(String id, String source, String target, List<Mapping> mappings) {
    this(id, source, target, null, null, null, null, mappings);
  }
}
