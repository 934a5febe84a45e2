package org.concordat.core.alignment.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.rounds.LinkAgreement.Spread;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.jspecify.annotations.Nullable;

/**
 * How far the judges of a round agree: on the whole, and about each link.
 *
 * @param alpha Krippendorff's alpha with ordinal distances over "no impact" and the levels; empty
 *     when it has no meaning, see {@link Reliability#alpha}
 * @param interval where alpha might lie, when there is an alpha
 * @param unanimous whether all answers that can be compared are the same
 * @param concordance how far the judges put the links in one order, when they put them in any; over
 *     the links that all of them answered about
 * @param pairwise the same over all answers, two judges at a time
 * @param answers how many answers there are, without "don't know"
 * @param links in the order of the round
 */
public record RoundAgreement(
    OptionalDouble alpha,
    Optional<AlphaInterval> interval,
    boolean unanimous,
    Optional<Concordance> concordance,
    Optional<PairwiseConcordance> pairwise,
    int answers,
    List<LinkAgreement> links) {
  public RoundAgreement {
    links = List.copyOf(links);
  }

  /**
   * Reckons the agreement.
   *
   * @param steps what the answers are on
   * @param weighting how the median of each link is weighed; alpha and W always count heads
   * @throws IllegalArgumentException when an answer is above the steps
   */
  public static RoundAgreement of(
      RoundAnswers round, Steps steps, Weighting weighting, AlphaInterval.Resampling resampling) {
    Ratings ratings = round.ratings();
    Reliability reliability = Reliability.of(ratings, Metric.ORDINAL);
    List<LinkAgreement> links = links(round, steps.highest(), weighting, reliability);
    return new RoundAgreement(
        reliability.alpha(),
        reliability.interval(resampling),
        reliability.isUnanimous(),
        Concordance.of(ratings),
        PairwiseConcordance.of(ratings),
        links.stream().mapToInt(LinkAgreement::answers).sum(),
        links);
  }

  /** What alpha allows, or empty when it has no meaning. */
  public Optional<Trust> trust() {
    return alpha.isPresent() ? Optional.of(Trust.of(alpha.getAsDouble())) : Optional.empty();
  }

  private static List<LinkAgreement> links(
      RoundAnswers round, int highest, Weighting weighting, Reliability reliability) {
    Map<String, Judge> judges = new HashMap<>();
    round.judges().forEach(judge -> judges.put(judge.id(), judge));
    Map<Link, Tally> tallies = new HashMap<>();
    round.links().forEach(link -> tallies.put(link, new Tally(highest)));
    for (Given given : round.given()) {
      Tally tally = tallies.get(given.link());
      Judge judge = judges.get(given.judge());
      if (tally != null && judge != null) {
        tally.add(given.answer(), weighting.votes(judge));
      }
    }
    List<LinkAgreement> links = new ArrayList<>();
    for (Link link : round.links()) {
      Tally tally = tallies.getOrDefault(link, new Tally(highest));
      links.add(tally.agreement(link, reliability.disagreement(links.size())));
    }
    return links;
  }

  /** The answers to one link. */
  private static final class Tally {
    private final int[] counts;
    private final List<WeightedMedian.Vote> votes = new ArrayList<>();
    private int unknown;

    Tally(int highest) {
      counts = new int[highest + 1];
    }

    void add(Answer answer, int weight) {
      if (answer.step().isEmpty()) {
        unknown++;
        return;
      }
      int step = answer.step().getAsInt();
      if (step >= counts.length) {
        throw new IllegalArgumentException("there is no step " + step);
      }
      counts[step]++;
      votes.add(new WeightedMedian.Vote(step, weight));
    }

    LinkAgreement agreement(Link link, OptionalDouble disagreement) {
      List<Integer> list = new ArrayList<>();
      for (int count : counts) {
        list.add(count);
      }
      return new LinkAgreement(link, list, unknown, spread(), disagreement);
    }

    private @Nullable Spread spread() {
      if (votes.isEmpty()) {
        return null;
      }
      int lowest = counts.length;
      int highest = 0;
      for (WeightedMedian.Vote vote : votes) {
        lowest = Math.min(lowest, vote.step());
        highest = Math.max(highest, vote.step());
      }
      return new Spread(
          lowest, highest, WeightedMedian.of(votes).orElseThrow(), Dispersion.of(counts));
    }
  }
}
