package org.concordat.core.alignment.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;

/**
 * One judgement changed by one level so that the level that counts for its link is another.
 *
 * @param link what is judged
 * @param from the level that counts
 * @param to the level that would count, one higher or lower
 * @param judgements each of those that alone would do so, changed by one level; at least one
 */
public record Nudge(Impact.Link link, Level from, Level to, List<Impact> judgements) {
  public Nudge {
    judgements = List.copyOf(judgements);
  }

  /** Whether the judgement would rise. */
  public boolean rises() {
    return to.number() > from.number();
  }

  /**
   * All nudges of some impacts, by link in the order of their first judgements, the rising one
   * first.
   *
   * <p>Among several judgements of a link without an agreed level, a change of one may leave the
   * median where it is; such a judgement has no nudge. The levels stay on the scale: the lowest
   * does not fall to no impact.
   */
  static List<Nudge> all(List<Impact> impacts, ImpactScale scale) {
    Map<Impact.Link, List<Impact>> byLink = new LinkedHashMap<>();
    for (Impact impact : impacts) {
      byLink.computeIfAbsent(impact.link(), _ -> new ArrayList<>(1)).add(impact);
    }
    List<Nudge> nudges = new ArrayList<>();
    byLink.forEach(
        (link, judged) -> {
          add(link, judged, 1, scale, nudges);
          add(link, judged, -1, scale, nudges);
        });
    return nudges;
  }

  private static void add(
      Impact.Link link, List<Impact> judged, int by, ImpactScale scale, List<Nudge> nudges) {
    List<Judgement> judgements = judged.stream().map(Impact::judgement).toList();
    Level now = Judgement.counting(judgements);
    List<Impact> able = new ArrayList<>(1);
    for (int i = 0; i < judged.size(); i++) {
      Judgement judgement = judgements.get(i);
      int number = judgement.level().number() + by;
      if (number >= 1 && number <= scale.size()) {
        List<Judgement> changed = new ArrayList<>(judgements);
        changed.set(i, at(judgement, Level.of(number)));
        if (!Judgement.counting(changed).equals(now)) {
          able.add(judged.get(i));
        }
      }
    }
    if (!able.isEmpty()) {
      nudges.add(new Nudge(link, now, Level.of(now.number() + by), able));
    }
  }

  private static Judgement at(Judgement judgement, Level level) {
    return new Judgement(
        level, judgement.by(), judgement.on(), judgement.because(), judgement.agreed());
  }
}
