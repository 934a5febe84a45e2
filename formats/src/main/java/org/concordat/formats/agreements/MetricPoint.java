package org.concordat.formats.agreements;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One sample of an exposition.
 *
 * @param value as it stands there; {@code NaN}, {@code +Inf} and {@code -Inf} among them
 * @param at its timestamp, or null when it has none
 * @param line where it stands, from 1
 */
record MetricPoint(
    String name, Map<String, String> labels, String value, @Nullable Instant at, int line) {
  MetricPoint {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** What makes points one series. */
  String series() {
    return name + labels;
  }
}
