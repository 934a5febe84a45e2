package org.concordat.core.alignment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priorities.Moved;
import org.concordat.core.alignment.priorities.PriorityView;

/**
 * A ranking of requirements, and how far it is from one in which some of them have other scores.
 *
 * <p>Whoever works through a ranking of n from the top gives place i the share {@code 1/(i·H(n))}
 * of the attention, H(n) being the n-th harmonic number; tied requirements share that of their
 * places evenly, which is what each can expect when ties are broken by lot. The distance of two
 * rankings is the share of the attention that goes elsewhere, half the sum of what each requirement
 * gains or loses: 0 when nothing moves, 1 at the most.
 *
 * @see <a href="https://doi.org/10.1145/2736277.2741088">S. Vigna, "A Weighted Correlation Index
 *     for Rankings with Ties", WWW 2015</a>, for hyperbolic weights of places
 * @see <a href="https://doi.org/10.1007/978-3-540-78646-7_38">F. McSherry and M. Najork, "Computing
 *     Information Retrieval Performance Measures Efficiently in the Presence of Tied Scores", ECIR
 *     2008</a>, for sharing among ties
 */
final class Ranking {
  /** By place from 0: the sum of 1/i up to it. */
  private final double[] harmonic;

  /** The distinct scores, highest first, as keys; and how many have each. */
  private final long[] keys;

  private final int[] counts;

  /** How many have a higher score than each of the keys. */
  private final int[] above;

  /** The numbers of the requirements as they are listed: by score and then by id. */
  private final int[] listed;

  private final Estate estate;

  /** The ranking of these priorities as they are now. */
  Ranking(Priorities priorities) {
    estate = priorities.estate();
    listed = priorities.byRank();
    int count = listed.length;
    harmonic = new double[count + 1];
    long[] scores = new long[count];
    int[] firsts = new int[count];
    int groups = 0;
    for (int i = 0; i < count; i++) {
      harmonic[i + 1] = harmonic[i] + 1.0 / (i + 1);
      long key = PriorityView.key(priorities.view().need(listed[i]));
      if (groups == 0 || scores[groups - 1] != key) {
        scores[groups] = key;
        firsts[groups++] = i;
      }
    }
    keys = Arrays.copyOf(scores, groups);
    above = Arrays.copyOf(firsts, groups);
    counts = new int[groups];
    for (int i = 0; i < groups; i++) {
      counts[i] = (i + 1 < groups ? above[i + 1] : count) - above[i];
    }
  }

  /** Compares by id, as lists of priorities do. */
  static int byId(Requirement one, Requirement other) {
    int byAsset = Estate.compareByRequirementId(one.asset(), other.asset());
    return byAsset != 0 ? byAsset : one.property().compareTo(other.property());
  }

  /** The first requirements, at most so many. */
  List<Requirement> top(int size) {
    return IntStream.range(0, Math.min(size, listed.length)).mapToObj(this::at).toList();
  }

  private Requirement at(int place) {
    return estate.requirement(listed[place]);
  }

  /** The share of the attention that each of those at the places from..to (exclusive) gets. */
  private double share(int from, int to) {
    return (harmonic[to] - harmonic[from]) / ((to - from) * harmonic[harmonic.length - 1]);
  }

  /**
   * The share of the attention that goes elsewhere, in [0, 1]. Takes time in what moved and in the
   * distinct scores that it passed.
   */
  double distance(List<Moved> moved) {
    if (moved.isEmpty()) {
      return 0;
    }
    TreeMap<Long, Integer> gained = new TreeMap<>((a, b) -> Long.compare(b, a));
    Map<Long, Integer> left = new HashMap<>();
    Map<Step, Integer> steps = new HashMap<>();
    for (Moved each : moved) {
      long before = PriorityView.key(each.before());
      long now = PriorityView.key(each.now());
      gained.merge(before, -1, Integer::sum);
      gained.merge(now, 1, Integer::sum);
      left.merge(before, 1, Integer::sum);
      steps.merge(new Step(before, now), 1, Integer::sum);
    }
    // Outside of what moved, each place holds the score that it held.
    int first = place(gained.firstKey());
    long lowest = gained.lastKey();
    for (int i = first; i < keys.length && keys[i] >= lowest; i++) {
      gained.putIfAbsent(keys[i], 0);
    }
    Map<Long, Double> sharesBefore = new HashMap<>();
    Map<Long, Double> sharesNow = new HashMap<>();
    int higher = first < keys.length ? above[first] : listed.length;
    double sum = 0;
    for (Map.Entry<Long, Integer> entry : gained.entrySet()) {
      long key = entry.getKey();
      int place = place(key);
      boolean isOld = place < keys.length && keys[place] == key;
      int count = isOld ? counts[place] : 0;
      int now = count + entry.getValue();
      double before = isOld ? share(above[place], above[place] + count) : 0;
      double after = now > 0 ? share(higher, higher + now) : 0;
      sharesBefore.put(key, before);
      sharesNow.put(key, after);
      sum += (count - left.getOrDefault(key, 0)) * Math.abs(after - before);
      higher += now;
    }
    for (Map.Entry<Step, Integer> step : steps.entrySet()) {
      double before = sharesBefore.getOrDefault(step.getKey().before, 0.0);
      double now = sharesNow.getOrDefault(step.getKey().now, 0.0);
      sum += step.getValue() * Math.abs(now - before);
    }
    return sum / 2;
  }

  private record Step(long before, long now) {}

  /** The place of the first key that is no higher. */
  private int place(long key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] > key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The first requirements once some have moved. Takes time in what moved and in the size.
   *
   * @param size how many at the most
   */
  List<Requirement> topAfter(List<Moved> moved, int size) {
    if (moved.isEmpty()) {
      return top(size);
    }
    Map<Requirement, Long> other = new HashMap<>();
    moved.forEach(each -> other.put(each.requirement(), PriorityView.key(each.now())));
    List<Requirement> arrived = new ArrayList<>(other.keySet());
    arrived.sort(
        (one, another) -> {
          int byKey = Long.compare(other.getOrDefault(another, 0L), other.getOrDefault(one, 0L));
          return byKey != 0 ? byKey : byId(one, another);
        });
    List<Requirement> top = new ArrayList<>();
    int stayed = 0;
    int came = 0;
    while (top.size() < size && (stayed < listed.length || came < arrived.size())) {
      if (stayed < listed.length && other.containsKey(at(stayed))) {
        stayed++;
        continue;
      }
      boolean comes =
          came < arrived.size()
              && (stayed == listed.length || isBefore(arrived.get(came), other, stayed));
      top.add(comes ? arrived.get(came++) : at(stayed++));
    }
    return top;
  }

  private boolean isBefore(Requirement arrived, Map<Requirement, Long> other, int stayed) {
    int byKey = Long.compare(keyAt(stayed), other.getOrDefault(arrived, 0L));
    return byKey != 0 ? byKey < 0 : byId(arrived, at(stayed)) < 0;
  }

  private long keyAt(int place) {
    int group = Arrays.binarySearch(above, place);
    return keys[group >= 0 ? group : -group - 2];
  }

  /** Those of one list that the other lacks, in the order of their ids. */
  static List<Requirement> lacking(List<Requirement> one, List<Requirement> other) {
    TreeSet<Requirement> lacking = new TreeSet<>(one);
    Set<Requirement> present = new HashSet<>(other);
    lacking.removeIf(present::contains);
    return List.copyOf(lacking);
  }
}
