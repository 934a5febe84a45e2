package org.concordat.bench.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of request took, in milliseconds. Safe for many threads. */
final class Timings {
  private final Map<String, List<Double>> times = new TreeMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();

  /** A request, which throws when it was answered otherwise than it should. */
  interface Work<T> {
    T run() throws Exception;
  }

  /** Measures some work; what it throws is counted and passed on. */
  <T> T time(String kind, Work<T> work) throws Exception {
    long begin = System.nanoTime();
    boolean good = false;
    try {
      T result = work.run();
      good = true;
      return result;
    } finally {
      add(kind, (System.nanoTime() - begin) / 1e6, good);
    }
  }

  private synchronized void add(String kind, double milliseconds, boolean good) {
    if (good) {
      times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(milliseconds);
    } else {
      errors.merge(kind, 1, Integer::sum);
    }
  }

  synchronized void print(PrintStream out) {
    out.printf(
        "%-34s %7s %6s %9s %9s %9s %9s%n", "ms", "count", "errors", "median", "p90", "p99", "max");
    TreeMap<String, Integer> kinds = new TreeMap<>(errors);
    times.keySet().forEach(kind -> kinds.putIfAbsent(kind, 0));
    kinds.forEach(
        (kind, failed) -> {
          List<Double> sorted = new ArrayList<>(times.getOrDefault(kind, List.of()));
          Collections.sort(sorted);
          if (sorted.isEmpty()) {
            out.printf("%-34s %7d %6d%n", kind, 0, failed);
            return;
          }
          out.printf(
              "%-34s %7d %6d %9.1f %9.1f %9.1f %9.1f%n",
              kind,
              sorted.size(),
              failed,
              quantile(sorted, 0.5),
              quantile(sorted, 0.9),
              quantile(sorted, 0.99),
              sorted.getLast());
        });
  }

  /** The smallest time that so large a share took at most. */
  private static double quantile(List<Double> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
