package org.concordat.formats.agreements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.formats.workspace.ScalarText;
import org.concordat.formats.yaml.Words;

/**
 * Writes a service catalogue as people keep it: YAML that {@link CatalogueReader} reads again to an
 * equal value.
 */
public final class CatalogueText {
  private final ImpactScale scale;
  private final StringBuilder out = new StringBuilder();

  private CatalogueText(ImpactScale scale) {
    this.scale = scale;
  }

  /**
   * The text of a catalogue.
   *
   * @param scale has all its levels
   */
  public static String of(ServiceCatalogue catalogue, ImpactScale scale) {
    CatalogueText text = new CatalogueText(scale);
    text.write(catalogue);
    return text.out.toString();
  }

  /** The remarks with which a text begins, each on a line of its own. */
  public static String head(String text) {
    return text.lines()
        .takeWhile(line -> line.isBlank() || line.stripLeading().startsWith("#"))
        .collect(Collectors.joining("\n", "", "\n"))
        .stripLeading();
  }

  /** Whether a text has remarks behind its beginning, which writing it anew would lose. */
  public static boolean hasRemarksInside(String text) {
    return text.lines()
        .dropWhile(line -> line.isBlank() || line.stripLeading().startsWith("#"))
        .anyMatch(line -> line.stripLeading().startsWith("#") || line.contains(" #"));
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void write(ServiceCatalogue catalogue) {
    line(0, "concordat-services: 1");
    line(0, "currency: " + catalogue.currency());
    line(0, "services:" + (catalogue.services().isEmpty() ? " []" : ""));
    catalogue.services().forEach(this::service);
    if (!catalogue.obligations().isEmpty()) {
      line(0, "obligations:");
      for (Obligation each : catalogue.obligations()) {
        line(
            1,
            "- {id: %s, side: %s, text: %s}"
                .formatted(
                    ScalarText.of(each.id()), Words.of(each.side()), ScalarText.of(each.text())));
      }
    }
    if (!catalogue.exclusions().isEmpty()) {
      line(0, "exclusions:");
      for (Exclusion each : catalogue.exclusions()) {
        line(
            1,
            "- {id: %s, text: %s}".formatted(ScalarText.of(each.id()), ScalarText.of(each.text())));
      }
    }
  }

  private void service(SecurityService service) {
    line(1, "- id: " + ScalarText.of(service.id()));
    line(2, "name: " + ScalarText.of(service.name()));
    if (service.description() != null) {
      line(2, "description: " + ScalarText.of(service.description()));
    }
    line(2, "properties: " + texts(new TreeSet<>(service.properties())));
    if (!service.kinds().isEmpty()) {
      line(2, "kinds: " + texts(service.kinds().stream().sorted().map(Words::of).toList()));
    }
    line(2, "levels:");
    service.levels().forEach(this::level);
  }

  private static String texts(Iterable<String> texts) {
    List<String> written = new ArrayList<>();
    texts.forEach(each -> written.add(ScalarText.of(each)));
    return "[" + String.join(", ", written) + "]";
  }

  private void level(ServiceLevel level) {
    line(3, "- id: " + ScalarText.of(level.id()));
    line(4, "name: " + ScalarText.of(level.name()));
    line(4, "protection: " + ScalarText.of(scale.name(level.protection())));
    line(4, "price: " + price(level.price()));
    line(4, "targets:" + (level.targets().isEmpty() ? " []" : ""));
    level.targets().forEach(this::target);
  }

  private static String price(Price price) {
    return "{per-unit: %s, unit: %s, period: %s%s}"
        .formatted(
            number(price.perUnit().amount()),
            ScalarText.of(price.unitOfMeasure()),
            Words.of(price.period()),
            price.once().isNone() ? "" : ", once: " + number(price.once().amount()));
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private void target(TargetTerms terms) {
    line(5, "- measure: " + measure(terms.measure()));
    line(6, "direction: " + Words.of(terms.direction()));
    line(6, "threshold: " + number(terms.threshold()));
    line(6, "window: " + AgreementJson.window(terms.window()));
    line(6, "method: " + ScalarText.of(terms.method()));
    if (terms.minimumRecords() > 1) {
      line(6, "minimum-records: " + terms.minimumRecords());
    }
    if (!terms.credits().isEmpty()) {
      line(6, "credits:");
      for (CreditTier tier : terms.credits()) {
        line(
            7,
            "- {worse-than: %s, part: %s}"
                .formatted(number(tier.worseThan()), number(tier.part())));
      }
    }
  }

  private static String measure(Measure measure) {
    String kind = AgreementJson.kind(measure);
    return switch (measure) {
      case Measure.WithinTime(var limit) -> "{kind: %s, limit: %s}".formatted(kind, limit);
      case Measure.SamplesWithin(var good, var limit) ->
          "{kind: %s, good: %s, limit: %s}".formatted(kind, Words.of(good), number(limit));
      case Measure.SuccessRatio _,
          Measure.Availability _,
          Measure.LongestTime _,
          Measure.Occurrences _,
          Measure.SampleMean _,
          Measure.WorstSample _ ->
          "{kind: %s}".formatted(kind);
    };
  }
}
