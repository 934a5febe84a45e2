package org.concordat.formats.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which samples of a foreign exposition speak of which targets.
 *
 * <pre>
 * line = target [ "good" | "bad" ] "=" metric [ "{" label "=" value { "," label "=" value } "}" ]
 * </pre>
 *
 * <p>Empty lines and those that begin with {@code #} say nothing. A sample may speak of several
 * targets. Without any line a sample speaks of the target that its label {@code target} names.
 */
public record MetricsMapping(List<Rule> rules) {
  /** Nothing is mapped: the label {@code target} tells. */
  public static final MetricsMapping BY_LABEL = new MetricsMapping(List.of());

  /** The longest text of a mapping, in characters. */
  public static final int LONGEST = 20_000;

  private static final Pattern LINE =
      Pattern.compile("([^\\s={]{1,300})(?:\\s+(good|bad))?\\s*=\\s*(\\S.*)");

  public MetricsMapping {
    rules = List.copyOf(rules);
  }

  /**
   * Samples of a metric with certain labels.
   *
   * @param outcome {@code good} or {@code bad} for a success ratio; null where the label {@code
   *     outcome} tells, or nothing has to
   * @param labels those that a sample must have; it may have more
   */
  public record Rule(
      String target, @Nullable String outcome, String metric, Map<String, String> labels) {
    public Rule {
      labels = Map.copyOf(labels);
    }

    boolean fits(MetricPoint point) {
      return metric.equals(point.name())
          && point.labels().entrySet().containsAll(labels.entrySet());
    }
  }

  /** What a sample says for a target. */
  record Spoken(String target, @Nullable String outcome) {}

  /** The targets that a sample speaks of. */
  List<Spoken> of(MetricPoint point) {
    if (rules.isEmpty()) {
      return List.of(
          new Spoken(point.labels().getOrDefault("target", ""), point.labels().get("outcome")));
    }
    return rules.stream()
        .filter(rule -> rule.fits(point))
        .map(
            rule ->
                new Spoken(
                    rule.target(),
                    rule.outcome() == null ? point.labels().get("outcome") : rule.outcome()))
        .toList();
  }

  /**
   * Reads a mapping; what is wrong with a line goes into the findings and the line nowhere.
   *
   * @param isTarget whether the agreement has such a target
   */
  public static MetricsMapping parse(
      String text, Predicate<String> isTarget, FindingList findings) {
    List<Rule> rules = new ArrayList<>();
    if (text.length() > LONGEST) {
      findings.error(Place.of("mapping"), "a mapping has at most " + LONGEST + " characters", null);
      return BY_LABEL;
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      Place place = Place.of("mapping", number, 0, null);
      Matcher parts = LINE.matcher(line.strip());
      if (!parts.matches()) {
        findings.error(
            place,
            "this is no line of a mapping",
            "write it like uptime = probe_success{instance=\"core\"}");
      } else if (!isTarget.test(parts.group(1))) {
        findings.error(place, "there is no target '" + parts.group(1) + "'", null);
      } else {
        try {
          MetricPoint selector = OpenMetricsText.selector(parts.group(3).strip());
          rules.add(new Rule(parts.group(1), parts.group(2), selector.name(), selector.labels()));
        } catch (IllegalArgumentException e) {
          findings.error(place, String.valueOf(e.getMessage()), null);
        }
      }
    }
    return new MetricsMapping(rules);
  }
}
