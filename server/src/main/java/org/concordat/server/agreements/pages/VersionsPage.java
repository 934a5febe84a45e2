package org.concordat.server.agreements.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.comparison.AgreementComparison;
import org.concordat.core.agreements.comparison.LineChange;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;

/**
 * Two versions of an agreement, line by line.
 *
 * @param versions the numbers of all of them
 */
public record VersionsPage(
    AgreementKey key, List<Integer> versions, AgreementComparison comparison, Labels names)
    implements PageModel {
  public VersionsPage {
    versions = List.copyOf(versions);
  }

  /** The last document of each version: a draft is offered under the number that it had. */
  static List<Agreement> distinct(List<Agreement> versions) {
    Map<Integer, Agreement> last = new LinkedHashMap<>();
    versions.forEach(each -> last.put(each.version(), each));
    return List.copyOf(last.values());
  }

  /** The level that a line of a version agrees. */
  public LevelView agreed(Agreement document, AgreementLine line) {
    return AgreementViews.level(document.scale(), line.agreedNumber());
  }

  /** How a line has changed, as the key of a word. */
  public static String word(LineChange change) {
    return switch (change) {
      case LineChange.Added _ -> "added";
      case LineChange.Removed _ -> "removed";
      case LineChange.Changed _ -> "changed";
      case LineChange.Kept _ -> "kept";
    };
  }

  @Override
  public String template() {
    return "agreements/versions";
  }
}
