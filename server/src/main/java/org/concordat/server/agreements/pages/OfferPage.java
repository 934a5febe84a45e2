package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.drafting.Option;
import org.concordat.core.agreements.needs.Beneath;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Writing an offer, with what it would come to.
 *
 * @param page the agreement as it stands
 * @param foreseen what it would come to, and what is wrong in the form
 * @param calendar the part of the form on when the service is owed
 * @param typed what was sent; nothing at first
 */
public record OfferPage(
    AgreementPage page, ForeseenPage foreseen, CalendarForm calendar, List<Row> rows, Fields typed)
    implements PageModel {
  /** What a form holds that nobody has sent yet. */
  public static final Fields UNTYPED = Fields.none();

  /** So many carriers have a box to tick. */
  private static final int MOST_CARRIERS = 24;

  public OfferPage {
    rows = List.copyOf(rows);
  }

  /**
   * A line in the form.
   *
   * @param choices what may serve it
   * @param chosen the value of the present choice
   * @param carriers the assets that may carry it
   */
  public record Row(
      AgreementLine line,
      LevelView needed,
      List<Choice> choices,
      String chosen,
      List<String> carriers) {
    public Row {
      choices = List.copyOf(choices);
      carriers = List.copyOf(carriers);
    }
  }

  /**
   * A way to serve a line.
   *
   * @param value in the form
   * @param name of the service and level; empty for buying nothing
   * @param in the line in which it is included, or null
   * @param protection up to which need it protects
   * @param yearly what it costs, or null where it costs nothing by itself
   */
  public record Choice(
      String value,
      String name,
      @Nullable AgreementLine in,
      LevelView protection,
      @Nullable Money yearly) {}

  /** The page of a form. */
  static OfferPage of(
      AgreementPage page,
      ForeseenPage foreseen,
      CalendarForm calendar,
      Fields typed,
      ServiceCatalogue catalogue,
      UnitNeeds needs) {
    Agreement document = foreseen.document();
    return new OfferPage(
        page,
        foreseen,
        calendar,
        document.lines().stream().map(line -> row(line, document, catalogue, needs)).toList(),
        typed);
  }

  private static Row row(
      AgreementLine line, Agreement document, ServiceCatalogue catalogue, UnitNeeds needs) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "", null, AgreementViews.level(document.scale(), 0), null));
    Asset asset = needs.asset(line.requirement().asset());
    BigDecimal quantity =
        line.provision() instanceof Provision.Served served ? served.quantity() : BigDecimal.ONE;
    for (Option option :
        Option.all(
            catalogue,
            line.requirement().property(),
            asset == null ? AssetKind.INFORMATION : asset.kind(),
            quantity)) {
      choices.add(
          new Choice(
              option.service().id() + "/" + option.level().id(),
              option.service().name() + ", " + option.level().name(),
              null,
              LevelView.of(document.scale(), option.level().protection()),
              option.yearly()));
    }
    for (AgreementLine other : document.lines()) {
      if (!other.id().equals(line.id())
          && other.requirement().asset().equals(line.requirement().asset())
          && other.provision() instanceof Provision.Served served) {
        choices.add(
            new Choice(
                "in:" + other.id(),
                "",
                other,
                LevelView.of(document.scale(), served.protection()),
                null));
      }
    }
    String chosen = OfferForm.choiceOf(line);
    if (choices.stream().noneMatch(each -> each.value().equals(chosen))) {
      choices.add(
          new Choice(
              chosen,
              chosen,
              null,
              AgreementViews.level(document.scale(), line.agreedNumber()),
              line.yearly(document.currency())));
    }
    return new Row(
        line,
        AgreementViews.level(document.scale(), line.neededNumber()),
        choices,
        chosen,
        carriers(line, needs));
  }

  /** What carries it already, and what could: the IT assets that its need is handed down to. */
  private static List<String> carriers(AgreementLine line, UnitNeeds needs) {
    Set<String> carriers = new LinkedHashSet<>(line.carriedBy());
    if (needs.exists(line.requirement())) {
      for (String carrier : Beneath.of(needs, line.requirement()).carriers()) {
        if (carriers.size() < Math.max(MOST_CARRIERS, line.carriedBy().size())) {
          carriers.add(carrier);
        }
      }
    }
    return List.copyOf(carriers);
  }

  public Agreement document() {
    return foreseen.document();
  }

  public FormProblems problems() {
    return foreseen.problems();
  }

  /** What a field holds: what was typed, or what the document says. */
  public String value(String field, String otherwise) {
    return typed.textOr(field, otherwise);
  }

  /** For whom the reader offers. */
  public Party party() {
    AgreementPage.Doing doing = page.offering();
    return doing == null ? new Party.Supply() : doing.party();
  }

  /** What is asked of a side, one on each line. */
  public String obligations(Side side) {
    return String.join(
        "\n",
        document().obligations().stream()
            .filter(each -> each.side() == side)
            .map(Obligation::text)
            .toList());
  }

  public String exclusions() {
    return String.join("\n", document().exclusions().stream().map(each -> each.text()).toList());
  }

  @Override
  public int status() {
    return problems().isEmpty() ? 200 : 422;
  }

  @Override
  public @Nullable String fragment(String target) {
    return target.equals("calendar") ? "agreements/calendar_form" : null;
  }

  @Override
  public String template() {
    return "agreements/offer";
  }
}
