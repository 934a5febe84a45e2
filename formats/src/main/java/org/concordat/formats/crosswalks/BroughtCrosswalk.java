package org.concordat.formats.crosswalks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Crosswalk;

/**
 * A crosswalk that somebody brought, as far as it is usable.
 *
 * @param source the catalogue of its sources: the one that was given, or one that was made of the
 *     ids that the rows name
 * @param target the catalogue of its targets, likewise
 * @param rows how many pairs the file names
 * @param dangling how many of them were left out because an id is not in its catalogue
 * @param duplicates how many were left out because the same was said before
 * @param findings what somebody should look at, all of them warnings
 */
public record BroughtCrosswalk(
    Crosswalk crosswalk,
    Catalogue source,
    Catalogue target,
    int rows,
    int dangling,
    int duplicates,
    List<Finding> findings) {
  public BroughtCrosswalk {
    findings = List.copyOf(findings);
  }

  /**
   * The catalogues of several crosswalks that are not known otherwise. One that was made of ids has
   * those of all of them.
   *
   * @param isKnown whether there is a catalogue of that id already
   */
  public static List<Catalogue> made(List<BroughtCrosswalk> brought, Predicate<String> isKnown) {
    Map<String, Catalogue> made = new LinkedHashMap<>();
    for (BroughtCrosswalk each : brought) {
      for (Catalogue catalogue : List.of(each.source(), each.target())) {
        if (!isKnown.test(catalogue.id())) {
          made.merge(catalogue.id(), catalogue, BroughtCrosswalk::joined);
        }
      }
    }
    return List.copyOf(made.values());
  }

  private static Catalogue joined(Catalogue one, Catalogue other) {
    if (one.equals(other)) {
      return one;
    }
    List<Control> controls = new ArrayList<>(one.controls());
    other.controls().stream()
        .filter(control -> one.find(control.id()).isEmpty())
        .forEach(controls::add);
    return new Catalogue(
        one.id(), one.title(), one.version(), one.source(), one.licence(), controls);
  }
}
