package org.concordat.server.agreements.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.comparison.AgreementComparison;
import org.concordat.core.agreements.comparison.AgreementComparison.Part;
import org.concordat.core.agreements.comparison.LineChange;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;

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

  /** What a document says of a part beside its lines, one thing on each line. */
  public static List<String> said(Surroundings here, Agreement document, Part part) {
    return switch (part) {
      case TITLE -> List.of(document.title());
      case PARTIES -> List.of(document.unitName(), document.supplier());
      case SCALE -> document.scale().names();
      case CURRENCY -> List.of(document.currency());
      case TERM ->
          List.of(here.day(document.term().from()) + " – " + here.day(document.term().until()));
      case REVIEW -> List.of(here.day(document.reviewOn()));
      case GRACE -> List.of(String.valueOf(document.graceDays()));
      case CALENDAR -> {
        List<String> lines = new ArrayList<>(CalendarWords.hours(here, document.calendar()));
        if (!document.calendar().holidays().isEmpty()) {
          lines.add(
              here.text("agreements.calendar.holidays")
                  + ": "
                  + CalendarWords.holidays(here, document.calendar()));
        }
        yield lines;
      }
      case MAINTENANCE -> CalendarWords.maintenance(here, document);
      case OBLIGATIONS -> document.obligations().stream().map(Obligation::text).toList();
      case EXCLUSIONS -> document.exclusions().stream().map(Exclusion::text).toList();
    };
  }

  /** The parts beside the lines that have changed, in their order. */
  public List<Part> parts() {
    return comparison.whole().stream().sorted().toList();
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
