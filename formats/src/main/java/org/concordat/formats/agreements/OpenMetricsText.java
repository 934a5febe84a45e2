package org.concordat.formats.agreements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * The text format of OpenMetrics 1.0: descriptors, samples with labels and timestamps, exemplars
 * (which are checked and passed over), and the end. Also the format 0.0.4 of Prometheus, which has
 * comments, empty lines and timestamps in milliseconds, and no end. One line is held at a time.
 */
final class OpenMetricsText {
  /** The longest line, in characters. */
  static final int LINE = 100_000;

  /** The most labels of a sample. */
  static final int LABELS = 100;

  /** The most samples of an exposition. */
  static final int SAMPLES = 5_000_000;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern REAL =
      Pattern.compile(
          "[+-]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][+-]?[0-9]{1,3})?");
  private static final Pattern SPECIAL =
      Pattern.compile("[+-]?(inf|infinity)|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern DESCRIPTOR =
      Pattern.compile("# (TYPE|UNIT|HELP) [a-zA-Z_:][a-zA-Z0-9_:]*( .*)?");

  /** Which of the two formats an exposition is in. */
  enum Dialect {
    OPEN_METRICS,
    PROMETHEUS
  }

  private final String file;
  private final Dialect dialect;
  private final FindingList findings;
  private final Consumer<MetricPoint> into;
  private int number;

  private OpenMetricsText(
      String file, Dialect dialect, FindingList findings, Consumer<MetricPoint> into) {
    this.file = file;
    this.dialect = dialect;
    this.findings = findings;
    this.into = into;
  }

  /**
   * Reads an exposition; what is wrong with a line goes into the findings and the line nowhere.
   *
   * @throws IOException when reading fails
   */
  static void read(String file, Reader reader, Consumer<MetricPoint> into, FindingList findings)
      throws IOException {
    read(file, Dialect.OPEN_METRICS, reader, into, findings);
  }

  /**
   * The same in either format.
   *
   * @throws IOException when reading fails
   */
  static void read(
      String file, Dialect dialect, Reader reader, Consumer<MetricPoint> into, FindingList findings)
      throws IOException {
    new OpenMetricsText(file, dialect, findings, into).read(new BufferedReader(reader, 1 << 16));
  }

  /**
   * The name of a metric and the labels that its samples must have, as they stand in a sample.
   *
   * @throws IllegalArgumentException when it is none
   */
  static MetricPoint selector(String text) {
    try {
      Scan scan = new Scan(text, Dialect.OPEN_METRICS);
      String name = scan.name(NAME);
      Map<String, String> labels = scan.labels();
      scan.end();
      return new MetricPoint(name, labels, "0", null, 0);
    } catch (Refusal e) {
      throw new IllegalArgumentException(e.problem, e);
    }
  }

  private void read(BufferedReader reader) throws IOException {
    int samples = 0;
    boolean isOver = false;
    for (String line = line(reader); line != null; line = line(reader)) {
      number++;
      if (isOver) {
        wrong("something follows the end", "'# EOF' is the last line");
        return;
      }
      if (line.length() > LINE) {
        wrong("the line is longer than " + LINE + " characters", null);
        return;
      }
      if (line.equals("# EOF")) {
        isOver = true;
      } else if (line.startsWith("#") || (dialect == Dialect.PROMETHEUS && line.isBlank())) {
        if (dialect == Dialect.OPEN_METRICS && !DESCRIPTOR.matcher(line).matches()) {
          wrong("this is neither TYPE, UNIT nor HELP of a metric", null);
        }
      } else if (++samples > SAMPLES) {
        wrong("there are more than " + SAMPLES + " samples", null);
        return;
      } else {
        sample(line);
      }
    }
    if (!isOver && dialect == Dialect.OPEN_METRICS) {
      wrong("the exposition is cut off", "it ends with '# EOF'");
    }
  }

  /** A line of at most one character more than is allowed, or null at the end. */
  private static @Nullable String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c != '\n'; c = reader.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      line.append((char) c);
      if (line.length() > LINE) {
        break;
      }
    }
    return line.toString();
  }

  private void wrong(String problem, @Nullable String remedy) {
    findings.error(Place.of(file, Math.max(1, number), 0, null), problem, remedy);
  }

  private void sample(String line) {
    try {
      Scan scan = new Scan(line, dialect);
      String name = scan.name(NAME);
      Map<String, String> labels = scan.labels();
      scan.expect(' ');
      String value = scan.word();
      if (!REAL.matcher(value).matches() && !SPECIAL.matcher(value).matches()) {
        throw new Refusal("'" + value + "' is no number");
      }
      Instant at = null;
      if (scan.has(' ') && !scan.isExemplar()) {
        scan.expect(' ');
        at = timestamp(scan.word(), dialect);
      }
      scan.exemplar();
      into.accept(new MetricPoint(name, labels, value, at, number));
    } catch (Refusal e) {
      wrong(e.problem, null);
    }
  }

  private static Instant timestamp(String text, Dialect dialect) throws Refusal {
    boolean isInSeconds = dialect == Dialect.OPEN_METRICS;
    String no = "' is no timestamp in " + (isInSeconds ? "seconds" : "milliseconds");
    if (!REAL.matcher(text).matches()) {
      throw new Refusal("'" + text + no);
    }
    BigDecimal number = new BigDecimal(text);
    BigDecimal milliseconds = isInSeconds ? number.movePointRight(3) : number;
    if (milliseconds.abs().compareTo(BigDecimal.TEN.pow(14)) > 0) {
      throw new Refusal("'" + text + no);
    }
    return Instant.ofEpochMilli(milliseconds.longValue());
  }

  /** What a line is refused for. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Refusal(String problem) {
      super(problem, null, false, false);
      this.problem = problem;
    }
  }

  /** A place in a line. */
  private static final class Scan {
    private final String line;
    private final Dialect dialect;
    private int at;

    Scan(String line, Dialect dialect) {
      this.line = line;
      this.dialect = dialect;
    }

    boolean has(char c) {
      return at < line.length() && line.charAt(at) == c;
    }

    void expect(char c) throws Refusal {
      if (!has(c)) {
        throw new Refusal("expected '%s' at column %d".formatted(c, at + 1));
      }
      at++;
    }

    String name(Pattern pattern) throws Refusal {
      var matcher = pattern.matcher(line).region(at, line.length());
      if (!matcher.lookingAt()) {
        throw new Refusal("expected a name at column " + (at + 1));
      }
      at = matcher.end();
      return matcher.group();
    }

    String word() {
      int end = line.indexOf(' ', at);
      String word = line.substring(at, end < 0 ? line.length() : end);
      at += word.length();
      return word;
    }

    Map<String, String> labels() throws Refusal {
      Map<String, String> labels = new TreeMap<>();
      if (!has('{')) {
        return labels;
      }
      at++;
      while (!has('}')) {
        if (!labels.isEmpty()) {
          expect(',');
          if (has('}') && dialect == Dialect.PROMETHEUS) {
            break;
          }
        }
        String label = name(LABEL);
        expect('=');
        if (labels.put(label, quoted()) != null) {
          throw new Refusal("the label '" + label + "' stands twice");
        }
        if (labels.size() > LABELS) {
          throw new Refusal("there are more than " + LABELS + " labels");
        }
      }
      at++;
      return labels;
    }

    private String quoted() throws Refusal {
      expect('"');
      StringBuilder text = new StringBuilder();
      while (!has('"')) {
        if (at >= line.length()) {
          throw new Refusal("a label's value is never closed");
        }
        char c = line.charAt(at++);
        if (c == '\\') {
          char next = at < line.length() ? line.charAt(at++) : ' ';
          text.append(
              switch (next) {
                case 'n' -> '\n';
                case '\\', '"' -> next;
                default -> throw new Refusal("'\\" + next + "' is no escape");
              });
        } else {
          text.append(c);
        }
      }
      at++;
      return text.toString();
    }

    boolean isExemplar() {
      return line.startsWith(" # ", at);
    }

    /** Checks an exemplar, if there is one, and that nothing else follows. */
    void exemplar() throws Refusal {
      if (isExemplar()) {
        at += 3;
        if (!has('{')) {
          throw new Refusal("an exemplar starts with its labels");
        }
        labels();
        expect(' ');
        String value = word();
        if (!REAL.matcher(value).matches() && !SPECIAL.matcher(value).matches()) {
          throw new Refusal("'" + value + "' is no number");
        }
        if (has(' ')) {
          at++;
          timestamp(word(), dialect);
        }
      }
      end();
    }

    /** Checks that nothing else follows. */
    void end() throws Refusal {
      if (at < line.length()) {
        throw new Refusal("nothing is expected at column " + (at + 1));
      }
    }
  }

  /** The number of a point, or empty for a value that is none. */
  static Optional<BigDecimal> number(MetricPoint point) {
    return SPECIAL.matcher(point.value()).matches()
        ? Optional.empty()
        : Optional.of(new BigDecimal(point.value()));
  }
}
