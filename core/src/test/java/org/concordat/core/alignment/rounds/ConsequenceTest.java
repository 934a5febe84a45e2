package org.concordat.core.alignment.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.alignment.rounds.LinkAgreement.Spread;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What a disagreement does to the priorities, against two whole workspaces. */
class ConsequenceTest {
  private static final int CASES = 400;

  @Test
  void it_is_what_differs_between_the_workspaces_of_the_two_answers() {
    int told = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      List<LinkAgreement> links = divided(workspace, new Random(seed));
      Map<Link, Consequence> consequences = Consequence.of(workspace, links);
      for (LinkAgreement link : links) {
        Spread spread = link.spread();
        Consequence consequence = consequences.get(link.link());
        if (spread == null || consequence == null) {
          continue;
        }
        List<Priority> low = priorities(with(workspace, link.link(), spread.lowest()));
        List<Priority> high = priorities(with(workspace, link.link(), spread.highest()));
        int levels = 0;
        int moved = 0;
        for (Priority one : low) {
          Priority other =
              high.stream()
                  .filter(p -> p.requirement().equals(one.requirement()))
                  .findFirst()
                  .orElseThrow();
          boolean level = !one.level().equals(other.level());
          levels += level ? 1 : 0;
          moved += level || one.rank() != other.rank() ? 1 : 0;
        }
        String name = "seed " + seed + ", " + link.link();
        assertThat(consequence.levels()).as(name).isEqualTo(levels);
        assertThat(consequence.moved()).as(name).isEqualTo(moved);
        assertThat(consequence.furthest() == null).as(name).isEqualTo(moved == 0);
        told += moved > 0 ? 1 : 0;
      }
    }
    assertThat(told).as("cases in which something moved").isGreaterThan(CASES / 4);
  }

  @Test
  void links_that_are_gone_and_links_without_difference_have_no_consequence() {
    Workspace workspace = RandomWorkspaces.of(1);
    LinkAgreement gone = agreement(new Link("no-such-asset/integrity", "nothing"), 0, 2);
    LinkAgreement unknownFactor = agreement(new Link("no-such-factor", "no-such-goal"), 0, 2);
    LinkAgreement same = agreement(divided(workspace, new Random(1)).getFirst().link(), 1, 1);

    assertThat(Consequence.of(workspace, List.of(gone, unknownFactor, same))).isEmpty();
  }

  @Test
  void the_gravest_are_those_that_change_most_levels_and_then_most_ranks() {
    Link link = new Link("a", "b");
    Consequence levels = new Consequence(link, 2, 2, null);
    Consequence ranks = new Consequence(link, 1, 9, null);
    Consequence fewer = new Consequence(link, 1, 4, null);

    assertThat(List.of(fewer, levels, ranks).stream().sorted(Consequence.GRAVEST_FIRST))
        .containsExactly(levels, ranks, fewer);
  }

  @Test
  void of_equal_consequences_the_more_divided_link_is_spoken_of_first() {
    LinkAgreement calm = divided(new Link("a", "x"), 0.2);
    LinkAgreement torn = divided(new Link("b", "x"), 1.8);
    LinkAgreement grave = divided(new Link("c", "x"), 0.1);
    LinkAgreement lone =
        new LinkAgreement(new Link("d", "x"), List.of(), 0, null, OptionalDouble.empty());
    Map<Link, Consequence> consequences =
        Map.of(grave.link(), new Consequence(grave.link(), 1, 1, null));

    assertThat(Consequence.order(List.of(lone, calm, torn, grave), consequences))
        .containsExactly(grave, torn, calm, lone);
  }

  private static LinkAgreement divided(Link link, double disagreement) {
    return new LinkAgreement(
        link, List.of(), 0, new Spread(0, 1, 1, 0.5), OptionalDouble.of(disagreement));
  }

  /** Each linked pair, and some that nobody has linked, with two different answers. */
  private static List<LinkAgreement> divided(Workspace workspace, Random random) {
    List<Link> links = new ArrayList<>();
    workspace.impacts().stream().map(Impact::link).distinct().limit(4).forEach(links::add);
    workspace
        .assets()
        .forEach(
            asset ->
                asset.properties().stream()
                    .limit(1)
                    .forEach(
                        property ->
                            workspace.factors().stream()
                                .limit(2)
                                .forEach(
                                    factor ->
                                        links.add(
                                            new Link(asset.id() + "/" + property, factor.id())))));
    return links.stream()
        .distinct()
        .map(
            link -> {
              int low = random.nextInt(workspace.scale().size());
              int high = low + 1 + random.nextInt(workspace.scale().size() - low);
              return agreement(link, low, high);
            })
        .toList();
  }

  private static LinkAgreement agreement(Link link, int low, int high) {
    return new LinkAgreement(
        link, List.of(), 0, new Spread(low, high, high, 1), OptionalDouble.of(1));
  }

  private static List<Priority> priorities(Workspace workspace) {
    return Priorities.of(workspace).list(Integer.MAX_VALUE, 0);
  }

  private static Workspace with(Workspace workspace, Link link, int step) {
    List<Impact> impacts =
        new ArrayList<>(
            workspace.impacts().stream().filter(impact -> !impact.link().equals(link)).toList());
    if (step > 0) {
      Judgement judgement = Judgement.of(Level.of(step));
      impacts.add(
          Requirement.parse(link.from())
              .<Impact>map(r -> new Impact.RequirementImpact(r, link.to(), judgement))
              .orElseGet(() -> new Impact.FactorImpact(link.from(), link.to(), judgement)));
    }
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        workspace.units(),
        workspace.factors(),
        workspace.assets(),
        workspace.dependencies(),
        impacts,
        workspace.origins());
  }
}
