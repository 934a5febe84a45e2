package org.concordat.formats.crosswalks;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Catalogue;
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
}
