package org.concordat.server.start;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.alignment.AssetSearch;
import org.concordat.server.alignment.Cells;
import org.concordat.server.alignment.attacks.MisuseCases;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.budget.Budgets;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.start.SearchPage.Hit;
import org.concordat.server.web.table.Cell;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/** Finds things by their names: those of all rooms that the caller may see. */
@Component
final class Search {
  private static final int ASSETS = 12;
  private static final int OTHERS = 6;

  private final Models models;
  private final Rounds rounds;
  private final Drafts drafts;
  private final MisuseCases misuse;
  private final Agreements agreements;
  private final ServiceOffers services;
  private final Standards standards;
  private final Budgets budgets;
  private final Accounts accounts;

  Search(
      Models models,
      Rounds rounds,
      Drafts drafts,
      MisuseCases misuse,
      Agreements agreements,
      ServiceOffers services,
      Standards standards,
      Budgets budgets,
      Accounts accounts) {
    this.models = models;
    this.rounds = rounds;
    this.drafts = drafts;
    this.misuse = misuse;
    this.agreements = agreements;
    this.services = services;
    this.standards = standards;
    this.budgets = budgets;
    this.accounts = accounts;
  }

  /** What has these words in its name, a few of each kind. */
  List<Hit> find(Caller caller, String words) {
    UUID tenant = caller.tenant();
    Hits hits = new Hits(words.toLowerCase(Locale.ROOT));
    if (caller.may(Permission.READ_MODEL)) {
      models
          .of(tenant)
          .read(
              model -> {
                ofModel(words, model, hits);
                return hits;
              });
      hits.add(
          rounds.all(tenant), r -> r.title(), Cell.word("start.round"), r -> "/rounds/" + r.id());
      hits.add(
          drafts.all(caller), d -> d.name(), Cell.word("start.draft"), d -> "/drafts/" + d.id());
      ofMisuse(misuse.all(tenant), hits);
    }
    if (caller.may(Permission.READ_AGREEMENTS)) {
      hits.add(
          agreements.all(tenant),
          a -> a.title(),
          Cell.word("start.agreement"),
          a -> a.key().path());
      var scale = models.of(tenant).read(Snapshot::scale);
      hits.add(
          services.catalogue(tenant, scale).services(),
          s -> s.name(),
          Cell.word("start.service"),
          _ -> "/services");
    }
    if (caller.may(Permission.READ_MODEL)) {
      hits.add(
          budgets.of(tenant).controls(),
          c -> c.name(),
          Cell.word("start.measure"),
          c -> "/budget-controls/" + c.id());
      ofStandards(standards.of(tenant), hits);
    }
    if (caller.may(Permission.MANAGE_PEOPLE)) {
      hits.add(
          accounts.all(tenant), a -> a.name(), Cell.word("start.person"), a -> "/people/" + a.id());
    }
    return hits.all;
  }

  private static void ofModel(String words, Snapshot model, Hits hits) {
    AssetSearch.matching(words, ASSETS, model)
        .forEach(
            asset ->
                hits.all.add(
                    new Hit(asset.name(), Cells.kind(asset.kind()), "/assets/" + asset.id())));
    hits.add(model.units(), u -> u.name(), Cell.word("alignment.unit"), u -> "/vision/" + u.id());
    record Owned(String name, String unit) {}
    List<Owned> goals =
        model.units().stream()
            .flatMap(unit -> unit.goals().stream().map(g -> new Owned(g.name(), unit.id())))
            .toList();
    hits.add(goals, Owned::name, Cell.word("alignment.goal"), g -> "/vision/" + g.unit());
    hits.add(
        model.factors(), f -> f.name(), Cell.word("alignment.factor"), f -> "/factors/" + f.id());
  }

  private static void ofMisuse(List<MisuseCase> cases, Hits hits) {
    hits.add(cases, MisuseCase::name, Cell.word("start.misuse"), each -> "/misuse/" + each.id());
    record Step(String name, String of) {}
    Stream<Step> steps =
        cases.stream()
            .flatMap(
                each ->
                    each.tree() == null
                        ? Stream.of()
                        : each.tree().nodes().stream()
                            .map(TreeNode::name)
                            .filter(name -> !name.equals(each.name()))
                            .map(name -> new Step(name, each.id())));
    hits.add(
        steps.distinct().toList(),
        Step::name,
        Cell.word("start.step"),
        step -> "/misuse/" + step.of());
  }

  private static void ofStandards(StandardsState now, Hits hits) {
    hits.add(
        now.programme().all(Obligation.class),
        o -> o.title(),
        Cell.word("start.obligation"),
        o -> "/obligations/" + o.id());
    if (now.programme().all(Adoption.class).isEmpty()) {
      return;
    }
    hits.add(
        now.followed(), c -> c.title(), Cell.word("start.catalogue"), c -> "/standards/" + c.id());
    record Listed(String name, String address) {}
    List<Listed> controls =
        now.followed().stream()
            .flatMap(
                catalogue ->
                    catalogue.controls().stream()
                        .map(
                            control ->
                                new Listed(
                                    control.id() + " " + control.title(),
                                    "/standards/"
                                        + catalogue.id()
                                        + "/control?id="
                                        + URLEncoder.encode(control.id(), StandardCharsets.UTF_8))))
            .toList();
    hits.add(controls, Listed::name, Cell.word("start.control"), Listed::address);
  }

  /** What was found so far. */
  private static final class Hits {
    private final String words;
    private final List<Hit> all = new ArrayList<>();

    Hits(String words) {
      this.words = words;
    }

    <T> void add(
        Collection<T> things, Function<T, String> name, Cell kind, Function<T, String> address) {
      things.stream()
          .filter(thing -> name.apply(thing).toLowerCase(Locale.ROOT).contains(words))
          .limit(OTHERS)
          .forEach(thing -> all.add(new Hit(name.apply(thing), kind, address.apply(thing))));
    }
  }
}
