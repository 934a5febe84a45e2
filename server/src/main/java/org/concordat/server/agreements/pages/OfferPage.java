package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.drafting.Option;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.agreements.review.CrossUnitReview;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Writing an offer, with what it would come to.
 *
 * @param page the agreement as it stands
 * @param document the offer as it is in the form
 * @param protection the part of the unit's need that it meets
 * @param hurtUnits the names of the other units that it would hurt
 * @param problems what is wrong in the form
 */
public record OfferPage(
    AgreementPage page,
    Agreement document,
    List<Row> rows,
    double protection,
    List<String> hurtUnits,
    List<String> problems)
    implements PageModel {
  public OfferPage {
    rows = List.copyOf(rows);
    hurtUnits = List.copyOf(hurtUnits);
    problems = List.copyOf(problems);
  }

  /**
   * A line in the form.
   *
   * @param choices what may serve it
   * @param chosen the value of the present choice
   */
  public record Row(
      AgreementLine line, LevelView needed, LevelView agreed, List<Choice> choices, String chosen) {
    public Row {
      choices = List.copyOf(choices);
    }

    /** How it is bought, or null when it is not. */
    public Provision.@Nullable Served served() {
      return line.provision() instanceof Provision.Served served ? served : null;
    }
  }

  /**
   * A way to serve a line.
   *
   * @param value in the form
   * @param name of the service and level; empty for buying nothing
   * @param in the name of the requirement in whose line it is included, or null
   * @param protection up to which need it protects
   * @param yearly what it costs, or null where it costs nothing by itself
   */
  public record Choice(
      String value,
      String name,
      @Nullable String in,
      LevelView protection,
      @Nullable Money yearly) {}

  static OfferPage of(
      AgreementPage page,
      Agreement document,
      ServiceCatalogue catalogue,
      UnitNeeds needs,
      CrossUnitReview review,
      List<String> problems) {
    boolean unitThere = needs.units().stream().anyMatch(u -> u.id().equals(document.unit()));
    return new OfferPage(
        page,
        document,
        document.lines().stream()
            .map(line -> row(line, document, catalogue, needs, page.names()))
            .toList(),
        unitThere ? UnitScope.of(needs, document.unit()).protection(document) : 0,
        review.unitsToAsk().stream().map(page.names()::unit).toList(),
        problems);
  }

  private static Row row(
      AgreementLine line,
      Agreement document,
      ServiceCatalogue catalogue,
      UnitNeeds needs,
      Labels names) {
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
                names.asset(other.requirement().asset()) + " / " + other.requirement().property(),
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
        AgreementViews.level(document.scale(), line.agreedNumber()),
        choices,
        chosen);
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
        document.obligations().stream()
            .filter(each -> each.side() == side)
            .map(Obligation::text)
            .toList());
  }

  public String exclusions() {
    return String.join("\n", document.exclusions().stream().map(each -> each.text()).toList());
  }

  @Override
  public @Nullable String fragment(String target) {
    return target.equals("foreseen") ? "agreements/foreseen" : null;
  }

  @Override
  public String template() {
    return "agreements/offer";
  }
}
