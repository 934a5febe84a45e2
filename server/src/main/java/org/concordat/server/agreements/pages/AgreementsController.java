package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Drafts;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All agreements, and the draft of a new one. */
@Controller
class AgreementsController {
  private final Agreements agreements;
  private final Drafts drafts;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final AgreementViews views;
  private final TableDesk desk;

  AgreementsController(
      Agreements agreements,
      Drafts drafts,
      OrganisationNeeds needs,
      ServiceOffers offers,
      AgreementViews views,
      TableDesk desk) {
    this.agreements = agreements;
    this.drafts = drafts;
    this.needs = needs;
    this.offers = offers;
    this.views = views;
    this.desk = desk;
  }

  @GetMapping("/agreements")
  @Needs(Permission.READ_AGREEMENTS)
  AgreementsPage list(
      Caller caller, @RequestParam(defaultValue = "") String unit, HttpServletRequest request) {
    AgreementsTable.Source source = source(caller.tenant());
    Set<String> busy =
        source.agreements().stream()
            .filter(each -> each.isAlive() && each.state() != StateKind.IN_FORCE)
            .map(ListedAgreement::unit)
            .collect(Collectors.toSet());
    return new AgreementsPage(
        desk.open(AgreementsTable.TABLE, caller, request).of(source),
        source.agreements().size(),
        needs.of(caller.tenant()).workspace().units().stream()
            .filter(each -> !busy.contains(each.id()))
            .toList(),
        unit,
        caller.may(Permission.AGREE_SUPPLY),
        offers
            .catalogue(caller.tenant(), needs.of(caller.tenant()).workspace().scale())
            .services()
            .size(),
        today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private AgreementsTable.Source source(UUID tenant) {
    return new AgreementsTable.Source(
        agreements.all(tenant),
        views.labels(tenant),
        needs.of(tenant).workspace().units().stream()
            .map(unit -> new Option(unit.id(), new Cell.Text(unit.name())))
            .toList());
  }

  @GetMapping({"/agreements.csv", "/agreements.xlsx"})
  @Needs(Permission.READ_AGREEMENTS)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AgreementsTable.Source source = source(caller.tenant());
    desk.export(AgreementsTable.TABLE, caller, request, response, Reading.of(source));
  }

  /** Drafts the agreement of a unit from its priorities and the services that there are. */
  @PostMapping("/agreements")
  @Needs(Permission.AGREE_SUPPLY)
  Answer draft(
      Caller caller,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate until,
      @RequestParam(defaultValue = "") String title,
      HttpServletRequest request) {
    return MoveTeller.told(
        () ->
            switch (drafts.draft(
                caller,
                new Drafts.Wish(unit, title, from, until),
                request.getParameter("reason"),
                SurroundingsFactory.requestId(request))) {
              case Drafts.Result.Done(var move) ->
                  MoveTeller.tell(caller, move, "/agreements/" + unit, "agreements.drafted");
              case Drafts.Result.NoUnit _ -> MoveTeller.notFound();
              case Drafts.Result.NoServices _ ->
                  Redirect.to("/services").saying("agreements.services.first");
            });
  }

  @GetMapping("/agreements/{id}")
  @Needs(Permission.READ_AGREEMENTS)
  Answer latest(Caller caller, @PathVariable String id) {
    return agreements
        .latest(caller.tenant(), id)
        .<Answer>map(key -> Redirect.to(key.path()))
        .orElseGet(MoveTeller::notFound);
  }

  @GetMapping("/agreements/{id}/{since}")
  @Needs(Permission.READ_AGREEMENTS)
  Answer show(Caller caller, @PathVariable String id, @PathVariable int since) {
    return MoveTeller.told(
        () ->
            views
                .page(caller, new AgreementKey(id, since))
                .<Answer>map(page -> page)
                .orElseGet(MoveTeller::notFound));
  }
}
