package org.concordat.server.alignment.rounds.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Standings.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A link of a closed round as it is shown: what was said, by nobody in particular.
 *
 * @param number its number in the round
 * @param answers how often each answer was given, the highest first
 * @param reasons what judges said beside an answer, in an order that tells nothing of them
 * @param median the middle answer, or null when nobody gave one
 * @param consequence what would move, or null when the judges are not divided or it is not known
 * @param furthest the asset's name of the requirement that would move most, or empty
 * @param agreed what was agreed, or null
 * @param agreedLevel the level that was agreed, or null
 */
public record LinkView(
    int number,
    NamedLink link,
    LinkAgreement agreement,
    List<Count> answers,
    List<Reason> reasons,
    @Nullable LevelView median,
    @Nullable Consequence consequence,
    String furthest,
    @Nullable Agreed agreed,
    @Nullable LevelView agreedLevel) {
  public LinkView {
    answers = List.copyOf(answers);
    reasons = List.copyOf(reasons);
  }

  /** How often an answer was given. */
  public record Count(LevelView level, int times) {}

  /**
   * What somebody said.
   *
   * @param level the answer that it was said to, or null for "don't know"
   */
  public record Reason(@Nullable LevelView level, String because) {}

  /** The level of a step on a scale. */
  public static LevelView level(int step, ImpactScale scale) {
    return LevelView.of(scale, step == 0 ? null : Level.of(step));
  }

  /** An answer as it is shown: the level, or the place, the first of which is darkest. */
  static LevelView answer(int step, Round round) {
    return switch (round.steps()) {
      case Steps.Levels(var scale) -> level(step, scale);
      case Steps.Places(int items) ->
          new LevelView("#" + step, 1 + (int) Math.round((items - step) * 4.0 / (items - 1)));
    };
  }

  /** The links of a round in the order in which to speak of them. */
  static List<LinkView> of(
      Round round, Standing standing, Map<Integer, Agreed> agreed, Snapshot model) {
    return standing.order().stream().map(link -> of(round, link, standing, agreed, model)).toList();
  }

  private static LinkView of(
      Round round,
      LinkAgreement link,
      Standing standing,
      Map<Integer, Agreed> agreements,
      Snapshot model) {
    int number = round.links().indexOf(link.link()) + 1;
    ImpactScale scale = round.scale();
    List<Count> counts = new ArrayList<>();
    int highest = link.counts().size() - 1;
    for (int i = 0; i <= highest; i++) {
      int step = round.isRanking() ? i : highest - i;
      if (link.counts().get(step) > 0) {
        counts.add(new Count(answer(step, round), link.counts().get(step)));
      }
    }
    Agreed agreed = agreements.get(number);
    LinkAgreement.Spread spread = link.spread();
    Consequence consequence = standing.consequences().get(link.link());
    return new LinkView(
        number,
        NamedLink.of(link.link(), model),
        link,
        counts,
        reasons(link, standing.answers().given(), round),
        spread == null ? null : answer(spread.median(), round),
        consequence,
        furthest(consequence, model),
        agreed,
        agreed == null ? null : level(agreed.step(), scale));
  }

  private static List<Reason> reasons(LinkAgreement link, List<Given> given, Round round) {
    List<Given> spoken = new ArrayList<>();
    for (Given one : given) {
      if (one.link().equals(link.link()) && one.answer().because() != null) {
        spoken.add(one);
      }
    }
    spoken.sort(
        Comparator.comparingInt((Given one) -> -one.answer().step().orElse(-1))
            .thenComparing(one -> String.valueOf(one.answer().because())));
    return spoken.stream()
        .map(
            one ->
                new Reason(
                    one.answer().step().isPresent()
                        ? answer(one.answer().step().getAsInt(), round)
                        : null,
                    String.valueOf(one.answer().because())))
        .toList();
  }

  private static String furthest(@Nullable Consequence consequence, Snapshot model) {
    if (consequence == null || consequence.furthest() == null) {
      return "";
    }
    String id = consequence.furthest().requirement().asset();
    var asset = model.asset(id);
    return asset == null ? id : asset.name();
  }
}
