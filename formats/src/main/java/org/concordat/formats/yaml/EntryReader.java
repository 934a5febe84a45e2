package org.concordat.formats.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one mapping by their keys, and reports each value that is not what its key
 * needs. What cannot be read comes back as null, like what is absent; {@link #isBroken} tells that
 * there was such a thing.
 */
public final class EntryReader {
  private final YamlNode.Mapping mapping;
  private final KeyPath path;
  private final SourceProblems problems;
  private boolean broken;
  private boolean silent;

  /** A reader of the mapping, whose keys must be among the known ones. */
  public EntryReader(
      YamlNode.Mapping mapping, KeyPath path, List<String> known, SourceProblems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (!known.contains(pair.key().text())) {
        reportUnknownKey(pair.key(), path.key(pair.key().text()), known, problems);
      }
    }
  }

  /** A reader of an entry without keys, in place of a node that is no mapping. */
  public static EntryReader ofNothing(
      YamlNode node, KeyPath path, List<String> known, SourceProblems problems) {
    EntryReader reader =
        new EntryReader(
            new YamlNode.Mapping(List.of(), node.line(), node.column()), path, known, problems);
    String example = known.stream().limit(3).collect(Collectors.joining(", "));
    reader.wrongAt(node, path, "an entry with keys such as " + example);
    reader.silent = true;
    return reader;
  }

  public static void reportUnknownKey(
      YamlNode.Scalar key, KeyPath path, List<String> known, SourceProblems problems) {
    String allowed = "the keys here are " + String.join(", ", known);
    String remedy =
        key.text().equals("<<")
            ? "write out the keys: Concordat reads no merge keys"
            : Optional.ofNullable(NearestName.among(known).remedyFor(key.text())).orElse(allowed);
    problems.error(key, path, "unknown key '" + key.text() + "'", remedy);
  }

  /**
   * Whether something of the entry could not be read, so that its values are not what they seem.
   */
  public boolean isBroken() {
    return broken;
  }

  /** Counts what could not be read in a part of the entry as not read in the entry. */
  public void joinBroken(EntryReader part) {
    broken |= part.broken;
  }

  public KeyPath path(String key) {
    return path.key(key);
  }

  /** Where a value of that key stands. */
  public Place place(YamlNode node, String key) {
    return Place.of(problems.file(), node.line(), node.column(), path.key(key).toString());
  }

  /** The value, or null when it is absent, explicitly nothing or refused. */
  public @Nullable YamlNode node(String key) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.key().text().equals(key)) {
        return switch (pair.value()) {
          case YamlNode.Scalar scalar when scalar.isNull() -> null;
          case YamlNode.Refused _ -> {
            broken = true;
            yield null;
          }
          default -> pair.value();
        };
      }
    }
    return null;
  }

  private boolean isAbsent(String key) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.key().text().equals(key)) {
        return pair.value() instanceof YamlNode.Scalar scalar && scalar.isNull();
      }
    }
    return true;
  }

  /** Reports the key when it is absent; returns whether it is there. */
  public boolean require(String key, String remedy) {
    if (!isAbsent(key)) {
      return true;
    }
    broken = true;
    if (silent) {
      return false;
    }
    problems.error(mapping, path.key(key), "the key '" + key + "' is missing", remedy);
    return false;
  }

  public YamlNode.@Nullable Scalar scalar(String key, String expected) {
    YamlNode node = node(key);
    if (node == null || node instanceof YamlNode.Scalar) {
      return (YamlNode.Scalar) node;
    }
    wrong(node, key, expected);
    return null;
  }

  private void wrong(YamlNode node, String key, String expected) {
    wrongAt(node, path.key(key), expected);
  }

  /** Reports that the node is not what is expected. */
  public void wrongAt(YamlNode node, KeyPath at, String expected) {
    broken = true;
    if (!(node instanceof YamlNode.Refused)) {
      problems.error(node, at, "expected " + expected + ", found " + node.inWords(), null);
    }
  }

  private void report(YamlNode node, String key, String problem, @Nullable String remedy) {
    reportAt(node, path.key(key), problem, remedy);
  }

  public void reportAt(YamlNode node, KeyPath at, String problem, @Nullable String remedy) {
    broken = true;
    problems.error(node, at, problem, remedy);
  }

  public void reportWhole(String problem, @Nullable String remedy) {
    reportAt(mapping, path, problem, remedy);
  }

  public @Nullable String text(String key) {
    YamlNode.Scalar scalar = scalar(key, "a text");
    return scalar == null ? null : scalar.text();
  }

  /** The text, which must be there; empty when it is not, which is reported. */
  public String requiredText(String key, String remedy) {
    String text = require(key, remedy) ? text(key) : null;
    return text == null ? "" : text;
  }

  public @Nullable String identifier(String key) {
    YamlNode.Scalar scalar = scalar(key, "an identifier");
    return scalar == null ? null : identifierIn(scalar, path.key(key));
  }

  /** The identifier that a scalar holds, or null when it holds none, which is reported. */
  public @Nullable String identifierIn(YamlNode.Scalar scalar, KeyPath at) {
    if (!Identifier.isValid(scalar.text())) {
      broken = true;
      problems.error(
          scalar,
          at,
          scalar.inWords() + " is no identifier",
          "write " + Identifier.SHAPE + ", such as 'claims-db'");
      return null;
    }
    return scalar.text();
  }

  /** The identifier, which must be there, or the stand-in when it cannot be read. */
  public String requiredIdentifier(String key, Supplier<String> standIn) {
    String id = require(key, "write " + Identifier.SHAPE) ? identifier(key) : null;
    return id == null ? standIn.get() : id;
  }

  /** A value that has a textual form of its own, or null. */
  public <T> @Nullable T parsed(
      String key,
      String what,
      Function<String, Optional<T>> parse,
      Function<String, String> remedy) {
    YamlNode.Scalar scalar = scalar(key, what);
    if (scalar == null) {
      return null;
    }
    Optional<T> value = parse.apply(scalar.text());
    if (value.isEmpty()) {
      report(scalar, key, scalar.inWords() + " is not " + what, remedy.apply(scalar.text()));
    }
    return value.orElse(null);
  }

  public <E extends Enum<E>> @Nullable E word(Class<E> type, String key, String what) {

    return parsed(
        key, what, text -> Words.find(type, text), text -> allowedWords(Words.all(type), text));
  }

  private static String allowedWords(List<String> words, String text) {
    String allowed = String.join(", ", words);
    return NearestName.among(words)
        .to(text)
        .map(nearest -> "did you mean '" + nearest + "'? Allowed are " + allowed)
        .orElse("allowed are " + allowed);
  }

  public @Nullable LocalDate date(String key) {
    return parsed(
        key,
        "a date",
        EntryReader::parseDate,
        _ -> "write year, month and day, such as 2026-03-02");
  }

  private static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  public @Nullable Boolean truth(String key) {
    YamlNode.Scalar scalar = scalar(key, "true or false");
    if (scalar == null) {
      return null;
    }
    if (scalar.plain()) {
      switch (scalar.text()) {
        case "true", "True", "TRUE" -> {
          return true;
        }
        case "false", "False", "FALSE" -> {
          return false;
        }
        default -> {}
      }
    }
    report(
        scalar,
        key,
        "expected true or false, found " + scalar.inWords(),
        scalar.plain() ? null : "write it without quotes");
    return null;
  }

  /** A whole number from 1 to 999,999,999, or null. */
  public @Nullable Integer count(String key) {
    YamlNode.Scalar scalar = scalar(key, "a whole number");
    if (scalar == null) {
      return null;
    }
    if (scalar.plain() && scalar.text().matches("[1-9][0-9]{0,8}")) {
      return Integer.valueOf(scalar.text());
    }
    report(
        scalar,
        key,
        "expected a whole number from 1, found " + scalar.inWords(),
        scalar.plain() ? null : "write it without quotes");
    return null;
  }

  public YamlNode.@Nullable Sequence list(String key, String example) {
    YamlNode node = node(key);
    if (node == null || node instanceof YamlNode.Sequence) {
      return (YamlNode.Sequence) node;
    }
    wrong(node, key, "a list such as " + example);
    return null;
  }

  /** A list of texts, empty when it is not there; items that are none are reported. */
  public List<String> texts(String key, String example) {
    YamlNode.Sequence list = list(key, example);
    return list == null ? List.of() : textsIn(list, path(key));
  }

  /**
   * The texts of a list; items that are none are reported.
   *
   * @param at where the list stands
   */
  public List<String> textsIn(YamlNode.Sequence list, KeyPath at) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) instanceof YamlNode.Scalar scalar) {
        texts.add(scalar.text());
      } else {
        wrongAt(list.items().get(i), at.item(i), "a text");
      }
    }
    return texts;
  }

  /**
   * Identifiers by identifier, or null when they are not there; what is none is reported.
   *
   * @param expected what each value should be, such as {@code a property}
   */
  public @Nullable SortedMap<String, String> identifiers(
      String key, String example, String expected) {
    YamlNode.Mapping pairs = mapping(key, example);
    if (pairs == null) {
      return null;
    }
    SortedMap<String, String> identifiers = new TreeMap<>();
    for (YamlNode.Pair pair : pairs.pairs()) {
      KeyPath at = path(key).key(pair.key().text());
      String from = identifierIn(pair.key(), at);
      if (!(pair.value() instanceof YamlNode.Scalar value)) {
        wrongAt(pair.value(), at, expected);
        continue;
      }
      String to = identifierIn(value, at);
      if (from != null && to != null) {
        identifiers.put(from, to);
      }
    }
    return identifiers;
  }

  public YamlNode.@Nullable Mapping mapping(String key, String example) {
    YamlNode node = node(key);
    if (node == null || node instanceof YamlNode.Mapping) {
      return (YamlNode.Mapping) node;
    }
    wrong(node, key, "keys such as " + example);
    return null;
  }
}
