package org.concordat.formats.content;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of information with the impact that its loss usually has (NIST SP 800-60 volume 2).
 *
 * @param id the identifier in SP 800-60, such as {@code D.24.3}
 * @param category the line of business
 * @param words what people call it, as a list of words
 * @param impacts the impact level of each security property, for those that have one
 */
public record InformationType(
    String id, String category, String title, List<String> words, Map<String, Impact> impacts) {
  /** The potential impact levels of FIPS 199, in ascending order. */
  public enum Impact {
    LOW(1),
    MODERATE(2),
    HIGH(3);

    private final int step;

    Impact(int step) {
      this.step = step;
    }

    /** The step on the scale of three, from 1. */
    public int step() {
      return step;
    }
  }

  public InformationType {
    words = List.copyOf(words);
    impacts = Collections.unmodifiableMap(new TreeMap<>(impacts));
  }
}
