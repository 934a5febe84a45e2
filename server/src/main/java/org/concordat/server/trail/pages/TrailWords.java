package org.concordat.server.trail.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.Obstacle;
import org.concordat.server.trail.history.RowChange;
import org.concordat.server.trail.history.Value;
import org.concordat.server.web.Surroundings;

/** Says what stands in the trail in the reader's language. */
public final class TrailWords {
  /** Of longer texts only the beginning is shown, in characters. */
  private static final int LONGEST = 400;

  private static final List<String> WORD_ROOMS =
      List.of("trail.word.", "alignment.kind.", "alignment.discipline.", "identity.role.");

  private TrailWords() {}

  /** What a row is, such as {@code Asset}. */
  public static String table(Surroundings here, String table) {
    return here.textOr("trail.table." + table, table.replace('_', ' '));
  }

  /** What a column is called. */
  public static String field(Surroundings here, String field) {
    return here.textOr("trail.field." + field, field.replace('_', ' '));
  }

  /** A value, in words. */
  public static String value(Surroundings here, Value value) {
    return switch (value) {
      case Value.Nothing() -> here.text("web.none");
      case Value.Text(var text) -> shortened(text);
      case Value.OnScale(var _, var name) -> here.textOr("alignment.level." + name, name);
      case Value.Word(var word) -> word(here, word);
      case Value.Flag(var yes) -> here.text(yes ? "web.yes" : "web.no");
      case Value.Entry entry -> entry(here, entry);
      case Value.Items(var values) ->
          values.stream().map(one -> value(here, one)).collect(Collectors.joining(", "));
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + " …";
  }

  private static String word(Surroundings here, String word) {
    String known = word.toUpperCase(Locale.ROOT);
    for (String room : WORD_ROOMS) {
      String found = here.textOr(room + known, "");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return word.replace('_', ' ');
  }

  private static String entry(Surroundings here, Value.Entry entry) {
    return entry.table().equals("property")
        ? here.textOr("alignment.property." + entry.key(), entry.name())
        : entry.table().isEmpty() ? word(here, entry.name()) : entry.name();
  }

  /** What a row is about, such as the two ends of a dependency. */
  public static String subject(Surroundings here, List<Value.Entry> subject) {
    return subject.stream().map(one -> entry(here, one)).collect(Collectors.joining(" → "));
  }

  /** What happened to a row, in one sentence. */
  public static String sentence(Surroundings here, RowChange change) {
    return here.text(
            "trail.did." + change.operation(),
            table(here, change.table()),
            subject(here, change.subject()))
        .replace("  ", " ");
  }

  /** What stands in the way, in one sentence. */
  public static String sentence(Surroundings here, Obstacle obstacle) {
    return here.text(
            "trail.obstacle." + obstacle.what(),
            table(here, obstacle.table()),
            subject(here, obstacle.subject()))
        .replace("  ", " ");
  }

  /** How many rows had what done to them, such as {@code 3 assets added}. */
  public static String count(Surroundings here, Action.Count count) {
    if (count.table().equals("workspace")) {
      return here.text("trail.did." + count.operation(), table(here, count.table()), "").strip();
    }
    String rows =
        count.rows() == 1
            ? table(here, count.table())
            : here.textOr("trail.tables." + count.table(), table(here, count.table()));
    return here.text("trail.counted." + count.operation(), count.rows(), within(here, rows));
  }

  /** A noun in the middle of a sentence; German writes all nouns with a capital, English none. */
  private static String within(Surroundings here, String noun) {
    return here.locale().getLanguage().equals("en") && !noun.isEmpty()
        ? noun.substring(0, 1).toLowerCase(here.locale()) + noun.substring(1)
        : noun;
  }

  /** Who did an action; parts of the server have names of their own. */
  public static String actor(Surroundings here, Action action) {
    return action.actor().startsWith("server:")
        ? here.text("trail.actor.server", action.actor().substring("server:".length()))
        : action.name();
  }
}
