package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.server.agreements.Offer;
import org.jspecify.annotations.Nullable;

/**
 * An offer as a form has it: what every line is served by, for which quantity and price, its
 * targets, and what holds for the whole. Fields that are not there leave what they are about as it
 * is.
 */
final class OfferForm {
  private static final Pattern LIST = Pattern.compile("[\\s,;]+");
  private static final String INCLUDED = "in:";

  private final Agreement before;
  private final ServiceCatalogue catalogue;
  private final Map<String, String> fields;
  private final List<String> problems = new ArrayList<>();

  private OfferForm(Agreement before, ServiceCatalogue catalogue, Map<String, String> fields) {
    this.before = before;
    this.catalogue = catalogue;
    this.fields = fields;
  }

  /**
   * What a form makes of a document.
   *
   * @param document the document, or null when something in the form is no value
   * @param problems what is wrong with the form, as sentences
   */
  record Read(@Nullable Agreement document, List<String> problems) {
    Read {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a form.
   *
   * @param before the document that is on the table
   * @param version of the document that comes out
   */
  static Read read(
      Agreement before, int version, ServiceCatalogue catalogue, Map<String, String> fields) {
    OfferForm form = new OfferForm(before, catalogue, fields);
    try {
      Agreement document = form.document(version);
      return new Read(form.problems.isEmpty() ? document : null, form.problems);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      form.problems.add(String.valueOf(e.getMessage()));
      return new Read(null, form.problems);
    }
  }

  private Agreement document(int version) {
    return new Agreement(
        before.id(),
        version,
        before.organisation(),
        before.unit(),
        before.unitName(),
        text("supplier", before.supplier()),
        text("title", before.title()),
        before.scale(),
        before.currency(),
        new Term(day("from", before.term().from()), day("until", before.term().until())),
        day("reviewOn", before.reviewOn()),
        whole("graceDays", before.graceDays()),
        before.calendar(),
        before.maintenance(),
        lines(),
        obligations(),
        exclusions());
  }

  private String text(String field, String otherwise) {
    String given = fields.get(field);
    return given == null || given.isBlank() ? otherwise : given.strip();
  }

  private LocalDate day(String field, LocalDate otherwise) {
    String given = fields.get(field);
    return given == null || given.isBlank() ? otherwise : LocalDate.parse(given.strip());
  }

  private int whole(String field, int otherwise) {
    String given = fields.get(field);
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(given.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + given + "' is no whole number", e);
    }
  }

  /** Lines that are bought come first, for what is included in them follows their choice. */
  private List<AgreementLine> lines() {
    List<AgreementLine> lines = new ArrayList<>();
    for (AgreementLine line : before.lines()) {
      lines.add(isIncluded(line) ? line : remarked(bought(line)));
    }
    for (int i = 0; i < lines.size(); i++) {
      AgreementLine line = lines.get(i);
      if (isIncluded(line)) {
        lines.set(i, remarked(included(line, lines)));
      }
    }
    return lines;
  }

  private String choice(AgreementLine line) {
    return fields.getOrDefault("serve." + line.id(), choiceOf(line));
  }

  /** How the present choice of a line stands in the form. */
  static String choiceOf(AgreementLine line) {
    return switch (line.provision()) {
      case Provision.Served served -> served.service() + "/" + served.level();
      case Provision.Included(var in, var _) -> INCLUDED + in;
      case Provision.Unserved _ -> "";
    };
  }

  private boolean isIncluded(AgreementLine line) {
    return choice(line).startsWith(INCLUDED);
  }

  private AgreementLine included(AgreementLine line, List<AgreementLine> lines) {
    String in = choice(line).substring(INCLUDED.length());
    Optional<AgreementLine> buying =
        lines.stream().filter(each -> each.id().equals(in)).findFirst();
    return buying
        .map(each -> Offer.included(line, each, line.targets()))
        .orElseGet(() -> Offer.unserved(line));
  }

  private AgreementLine bought(AgreementLine line) {
    String choice = choice(line);
    if (choice.isEmpty()) {
      return Offer.unserved(line);
    }
    BigDecimal quantity =
        number("quantity." + line.id())
            .orElse(line.provision() instanceof Provision.Served s ? s.quantity() : BigDecimal.ONE);
    if (choice.equals(choiceOf(line)) && line.provision() instanceof Provision.Served served) {
      Price price = priced(line, served.price());
      return withTargets(
          line,
          new Provision.Served(
              served.service(), served.level(), served.protection(), quantity, price));
    }
    int slash = choice.indexOf('/');
    SecurityService service =
        catalogue
            .service(slash < 0 ? choice : choice.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException("there is no service " + choice));
    ServiceLevel level =
        service
            .level(choice.substring(slash + 1))
            .orElseThrow(() -> new IllegalArgumentException("there is no service level " + choice));
    return Offer.served(line, service, level, quantity, level.price());
  }

  private Price priced(AgreementLine line, Price price) {
    return number("price." + line.id())
        .map(
            amount ->
                new Price(
                    new Money(amount, price.currency()),
                    price.unitOfMeasure(),
                    price.period(),
                    price.once()))
        .orElse(price);
  }

  private AgreementLine withTargets(AgreementLine line, Provision provision) {
    List<Target> targets = new ArrayList<>();
    for (Target target : line.targets()) {
      TargetTerms terms = target.terms();
      BigDecimal threshold = number("threshold." + target.id()).orElse(terms.threshold());
      targets.add(
          new Target(
              target.id(),
              new TargetTerms(
                  terms.measure(),
                  terms.direction(),
                  threshold,
                  terms.window(),
                  terms.method(),
                  terms.minimumRecords(),
                  terms.credits())));
    }
    return new AgreementLine(
        line.id(),
        line.requirement(),
        line.needed(),
        provision,
        targets,
        line.carriedBy(),
        line.goals(),
        line.because());
  }

  private Optional<BigDecimal> number(String field) {
    String given = fields.get(field);
    if (given == null || given.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(given.strip().replace(',', '.')));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + given + "' is no number", e);
    }
  }

  private AgreementLine remarked(AgreementLine line) {
    String because = fields.get("because." + line.id());
    String carriers = fields.get("carriedBy." + line.id());
    return new AgreementLine(
        line.id(),
        line.requirement(),
        line.needed(),
        line.provision(),
        line.targets(),
        carriers == null
            ? line.carriedBy()
            : LIST.splitAsStream(carriers.strip())
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList(),
        line.goals(),
        because == null ? line.because() : because.isBlank() ? null : because.strip());
  }

  /** One obligation on each line of a field, for each side. */
  private List<Obligation> obligations() {
    if (!fields.containsKey("obligations.demand") && !fields.containsKey("obligations.supply")) {
      return before.obligations();
    }
    List<Obligation> obligations = new ArrayList<>();
    for (Side side : Side.values()) {
      String word = side.name().toLowerCase(java.util.Locale.ROOT);
      int number = 1;
      for (String text : rows("obligations." + word)) {
        obligations.add(new Obligation(word + "-" + number++, side, text));
      }
    }
    return obligations;
  }

  private List<Exclusion> exclusions() {
    if (!fields.containsKey("exclusions")) {
      return before.exclusions();
    }
    List<Exclusion> exclusions = new ArrayList<>();
    for (String text : rows("exclusions")) {
      exclusions.add(new Exclusion("exclusion-" + (exclusions.size() + 1), text));
    }
    return exclusions;
  }

  private List<String> rows(String field) {
    return fields
        .getOrDefault(field, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
