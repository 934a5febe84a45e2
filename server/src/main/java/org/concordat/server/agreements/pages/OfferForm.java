package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.server.agreements.Offer;

/**
 * An offer as a form has it: what every line is served by, for which quantity and price, its
 * targets, and what holds for the whole. Fields that are not there, or wrong, leave what they are
 * about as it is.
 */
final class OfferForm {
  private static final String INCLUDED = "in:";

  private final Agreement before;
  private final ServiceCatalogue catalogue;
  private final Predicate<String> isAsset;
  private final FormProblems problems = new FormProblems();
  private final Fields fields;
  private final FieldReader read;

  private OfferForm(
      Agreement before, ServiceCatalogue catalogue, Predicate<String> isAsset, Fields fields) {
    this.before = before;
    this.catalogue = catalogue;
    this.isAsset = isAsset;
    this.fields = fields;
    this.read = new FieldReader(fields, problems);
  }

  /**
   * What a form makes of a document.
   *
   * @param document with what was there before wherever the form is wrong
   */
  record Read(Agreement document, FormProblems problems) {}

  /**
   * Reads a form.
   *
   * @param before the document that is on the table
   * @param version of the document that comes out
   * @param isAsset whether there is an asset with an id
   */
  static Read read(
      Agreement before,
      int version,
      ServiceCatalogue catalogue,
      Predicate<String> isAsset,
      Fields fields) {
    OfferForm form = new OfferForm(before, catalogue, isAsset, fields);
    return new Read(form.document(version), form.problems);
  }

  private Agreement document(int version) {
    Term term = term();
    ServiceCalendar calendar = before.calendar();
    List<MaintenanceWindow> maintenance = before.maintenance();
    if (fields.has("calendar")) {
      CalendarReading reading = new CalendarReading(read, problems);
      calendar = reading.calendar(calendar);
      maintenance = reading.maintenance(calendar.zone());
    }
    TextLines texts = new TextLines(read, problems);
    List<Obligation> obligations = texts.obligations(before.obligations());
    List<Exclusion> exclusions = texts.exclusions(before.exclusions());
    return new Agreement(
        before.id(),
        version,
        before.organisation(),
        before.unit(),
        before.unitName(),
        name("supplier", before.supplier()),
        name("title", before.title()),
        before.scale(),
        before.currency(),
        term,
        review(term),
        read.whole("graceDays", 0, Agreement.MOST_GRACE_DAYS, before.graceDays()),
        calendar,
        maintenance,
        lines(),
        obligations,
        exclusions);
  }

  private String name(String field, String otherwise) {
    if (!fields.has(field)) {
      return otherwise;
    }
    String said = read.line(field);
    return problems.has(field) ? otherwise : said;
  }

  private LocalDate day(String field, LocalDate otherwise) {
    return fields.has(field) ? read.day(field).orElse(otherwise) : otherwise;
  }

  private Term term() {
    LocalDate from = day("from", before.term().from());
    LocalDate until = day("until", before.term().until());
    return read.made("until", "term", () -> new Term(from, until)).orElse(before.term());
  }

  private LocalDate review(Term term) {
    LocalDate on = day("reviewOn", before.reviewOn());
    if (!term.contains(on)) {
      problems.add("reviewOn", "review");
    }
    return on;
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
    return fields.textOr("serve." + line.id(), choiceOf(line));
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

  /** Whether the fields of a line are about what is chosen for it, not about what was before. */
  private boolean isDetailed(AgreementLine line) {
    return fields.textOr("was." + line.id(), choiceOf(line)).equals(choice(line));
  }

  /**
   * The lines of a document whose fields in a form are about another choice than the document's.
   */
  static List<AgreementLine> changed(Agreement document, Fields fields) {
    return document.lines().stream()
        .filter(line -> fields.has("was." + line.id()))
        .filter(line -> !fields.text("was." + line.id()).equals(choiceOf(line)))
        .toList();
  }

  private AgreementLine included(AgreementLine line, List<AgreementLine> lines) {
    String in = choice(line).substring(INCLUDED.length());
    Optional<AgreementLine> buying =
        lines.stream()
            .filter(each -> each.id().equals(in))
            .filter(each -> each.provision() instanceof Provision.Served)
            .findFirst();
    if (buying.isEmpty()) {
      problems.add("serve." + line.id(), "includedInNothing");
      return Offer.unserved(line);
    }
    AgreementLine made = Offer.included(line, buying.get(), line.targets());
    return isDetailed(line) ? detailed(made, made.provision()) : made;
  }

  private AgreementLine bought(AgreementLine line) {
    String choice = choice(line);
    if (choice.isEmpty()) {
      return Offer.unserved(line);
    }
    AgreementLine base = line;
    if (!choice.equals(choiceOf(line))) {
      int slash = choice.indexOf('/');
      Optional<SecurityService> service =
          catalogue.service(slash < 0 ? choice : choice.substring(0, slash));
      Optional<ServiceLevel> level =
          service.flatMap(each -> each.level(choice.substring(slash + 1)));
      if (level.isEmpty()) {
        problems.add("serve." + line.id(), "choice");
        return line;
      }
      BigDecimal usual =
          line.provision() instanceof Provision.Served served ? served.quantity() : BigDecimal.ONE;
      base = Offer.served(line, service.get(), level.get(), usual, level.get().price());
    }
    if (!isDetailed(line) || !(base.provision() instanceof Provision.Served served)) {
      return base;
    }
    return detailed(base, detailed(line.id(), served));
  }

  private Provision detailed(String line, Provision.Served served) {
    String quantityField = "quantity." + line;
    BigDecimal quantity =
        fields.has(quantityField)
            ? read.number(quantityField).orElse(served.quantity())
            : served.quantity();
    Price price = served.price();
    String priceField = "price." + line;
    Money perUnit =
        fields.has(priceField)
            ? read.money(priceField, price.currency(), price.perUnit())
            : price.perUnit();
    String onceField = "setup." + line;
    Money once =
        fields.has(onceField)
            ? read.money(onceField, price.currency(), Money.none(price.currency()))
            : price.once();
    return read.made(
            quantityField,
            "quantity",
            () ->
                new Provision.Served(
                    served.service(),
                    served.level(),
                    served.protection(),
                    quantity,
                    new Price(perUnit, price.unitOfMeasure(), price.period(), once)))
        .orElse(served);
  }

  private AgreementLine detailed(AgreementLine line, Provision provision) {
    List<Target> targets = new ArrayList<>();
    for (Target target : line.targets()) {
      TargetTerms terms = target.terms();
      String field = "threshold." + target.id();
      BigDecimal threshold =
          fields.has(field)
              ? read.value(field, terms.measure()).orElse(terms.threshold())
              : terms.threshold();
      targets.add(
          read.made(
                  field,
                  "thresholdAndCredits",
                  () ->
                      new Target(
                          target.id(),
                          new TargetTerms(
                              terms.measure(),
                              terms.direction(),
                              threshold,
                              terms.window(),
                              terms.method(),
                              terms.minimumRecords(),
                              terms.credits())))
              .orElse(target));
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

  private AgreementLine remarked(AgreementLine line) {
    String because = fields.textOr("because." + line.id(), "");
    return new AgreementLine(
        line.id(),
        line.requirement(),
        line.needed(),
        line.provision(),
        line.targets(),
        carriers(line),
        line.goals(),
        !fields.has("because." + line.id()) ? line.because() : because.isEmpty() ? null : because);
  }

  /** The assets that are ticked, and one more that somebody has named. */
  private List<String> carriers(AgreementLine line) {
    if (!fields.has("carriers." + line.id())) {
      return line.carriedBy();
    }
    Set<String> carriers = new LinkedHashSet<>(fields.all("carriedBy." + line.id()));
    String more = fields.text("carrier." + line.id());
    if (!more.isEmpty()) {
      if (isAsset.test(more)) {
        carriers.add(more);
      } else {
        problems.add("carrier." + line.id(), "asset", more);
      }
    }
    return List.copyOf(carriers);
  }
}
