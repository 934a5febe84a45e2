package org.concordat.core.alignment.classic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The classic table: every asset with a risk level for confidentiality, integrity and availability,
 * without a business reason; beside what its priority by business goals is.
 *
 * <p>The classic rating of a requirement is the level that counts ({@link Judgement#counting})
 * among the judgements of its link to the factor {@link #FACTOR}. Imports leave their ratings
 * there, with the source as judge; whoever rates by hand leaves a judgement in the same place. A
 * requirement without such a judgement has no rating, and requirements of other properties than the
 * classic three have none either.
 *
 * @param scale the levels, of ratings and of needs
 * @param rated every requirement that has a rating: those on which the two orders differ most
 *     first, then by their ids
 * @param agreement how far the two orders of the rated requirements agree
 */
public record ClassicTable(ImpactScale scale, List<Rated> rated, RankCorrelation agreement) {
  /** The factor that stands for the classic rating. */
  public static final String FACTOR = "rated-impact";

  public ClassicTable {
    rated = List.copyOf(rated);
  }

  /**
   * A requirement with both its rating and its need.
   *
   * @param rating the classic risk level
   * @param need the priority's score, in [0, 1]
   * @param classicPlace where the ratings put it among the rated: 0 is the first place, 1 the last,
   *     tied ones share the mean
   * @param businessPlace where the needs put it among the rated, likewise
   */
  public record Rated(
      Requirement requirement,
      Level rating,
      double need,
      double classicPlace,
      double businessPlace) {
    /**
     * How much further up business goals put it than its rating: from -1, first by rating and last
     * by goals, to 1.
     */
    public double shift() {
      return classicPlace - businessPlace;
    }

    /** Whether a rating stands there that no goal gives a reason for. */
    public boolean hasNoBusinessReason() {
      return need <= 0;
    }
  }

  /** The table of a model in memory. */
  public static ClassicTable of(Snapshot model) {
    return of(model.scale(), model.impactsOn(FACTOR), model::need);
  }

  /**
   * The table of a workspace.
   *
   * @param need the score of a requirement
   */
  public static ClassicTable of(Workspace workspace, ToDoubleFunction<Requirement> need) {
    List<RequirementImpact> ratings = new ArrayList<>();
    workspace
        .impacts()
        .forEach(
            impact -> {
              if (impact instanceof RequirementImpact rating && rating.factor().equals(FACTOR)) {
                ratings.add(rating);
              }
            });
    return of(workspace.scale(), ratings, need);
  }

  /**
   * The table of these ratings. Takes time in n log n.
   *
   * @param ratings judgements of links to {@link #FACTOR}; those of other properties than the
   *     classic three are left out
   * @param need the score of a requirement
   */
  public static ClassicTable of(
      ImpactScale scale, List<RequirementImpact> ratings, ToDoubleFunction<Requirement> need) {
    Map<Requirement, List<Judgement>> judged = new LinkedHashMap<>();
    for (RequirementImpact rating : ratings) {
      if (SecurityProperty.CLASSIC.contains(rating.requirement().property())) {
        judged
            .computeIfAbsent(rating.requirement(), _ -> new ArrayList<>(1))
            .add(rating.judgement());
      }
    }
    List<Requirement> requirements = List.copyOf(judged.keySet());
    int count = requirements.size();
    Level[] levels = new Level[count];
    double[] needs = new double[count];
    long[] byLevel = new long[count];
    long[] byNeed = new long[count];
    for (int i = 0; i < count; i++) {
      levels[i] = Judgement.counting(judged.getOrDefault(requirements.get(i), List.of()));
      needs[i] = need.applyAsDouble(requirements.get(i));
      byLevel[i] = levels[i].number();
      byNeed[i] = PriorityView.key(needs[i]);
    }
    double[] classic = places(byLevel);
    double[] business = places(byNeed);
    List<Rated> rated = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rated.add(new Rated(requirements.get(i), levels[i], needs[i], classic[i], business[i]));
    }
    rated.sort(
        Comparator.comparingDouble((Rated item) -> -Math.abs(item.shift()))
            .thenComparing(Rated::requirement));
    return new ClassicTable(scale, rated, RankCorrelation.of(byLevel, byNeed));
  }

  /** By item, its place from 0 for the highest value to 1 for the lowest. */
  private static double[] places(long[] values) {
    double[] ranks = RankCorrelation.meanRanks(values);
    double last = values.length - 1.0;
    double[] places = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      places[i] = last == 0 ? 0 : (values.length - ranks[i]) / last;
    }
    return places;
  }

  /** The rated requirements that no goal gives a reason for, in their order. */
  public List<Rated> withoutBusinessReason() {
    return rated.stream().filter(Rated::hasNoBusinessReason).toList();
  }

  /**
   * How many rated requirements have each rating and each need.
   *
   * @return by the number of the rating's level, and by that of the level that the need shows, 0
   *     for none
   */
  public int[][] counts() {
    int[][] counts = new int[scale.size() + 1][scale.size() + 1];
    for (Rated item : rated) {
      counts[item.rating().number()][scale.shownNumber(item.need())]++;
    }
    return counts;
  }

  /** An asset's row of the classic table; null where it has no rating. */
  public record AssetRow(
      String asset,
      @Nullable Rated confidentiality,
      @Nullable Rated integrity,
      @Nullable Rated availability) {
    /** The asset's own risk level: the highest of its ratings. */
    public Level risk() {
      int highest = 1;
      for (Rated one : new @Nullable Rated[] {confidentiality, integrity, availability}) {
        highest = one == null ? highest : Math.max(highest, one.rating().number());
      }
      return Level.of(highest);
    }
  }

  /** The classic table itself, by the ids of the assets that have a rating. */
  public List<AssetRow> byAsset() {
    Map<String, Map<String, Rated>> byAsset = new TreeMap<>();
    for (Rated item : rated) {
      byAsset
          .computeIfAbsent(item.requirement().asset(), _ -> new TreeMap<>())
          .put(item.requirement().property(), item);
    }
    return byAsset.entrySet().stream()
        .map(
            asset ->
                new AssetRow(
                    asset.getKey(),
                    asset.getValue().get(SecurityProperty.CONFIDENTIALITY),
                    asset.getValue().get(SecurityProperty.INTEGRITY),
                    asset.getValue().get(SecurityProperty.AVAILABILITY)))
        .toList();
  }
}
