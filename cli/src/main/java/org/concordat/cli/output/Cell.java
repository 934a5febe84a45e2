package org.concordat.cli.output;

import java.util.List;
import java.util.stream.Collectors;

/** What stands in one field of a {@link Table}. */
public sealed interface Cell {
  /** A text; its tone shows where there is colour. */
  record Text(String text, Tone tone) implements Cell {}

  /** Several texts, one below the other. */
  record Stack(List<Text> texts) implements Cell {
    public Stack {
      texts = List.copyOf(texts);
    }
  }

  record Whole(long number) implements Cell {}

  /** A number that is written as Java writes it. */
  record Real(double number) implements Cell {}

  record Nothing() implements Cell {}

  static Cell of(String text) {
    return new Text(text, Tone.PLAIN);
  }

  static Cell of(String text, Tone tone) {
    return new Text(text, tone);
  }

  /** A name for people, with the id below that programs know. */
  static Cell named(String name, String id) {
    return new Stack(List.of(new Text(name, Tone.PLAIN), new Text(id, Tone.QUIET)));
  }

  static Cell stack(List<String> texts) {
    return new Stack(texts.stream().map(t -> new Text(t, Tone.PLAIN)).toList());
  }

  static Cell of(long number) {
    return new Whole(number);
  }

  static Cell of(double number) {
    return new Real(number);
  }

  static Cell nothing() {
    return new Nothing();
  }

  /** The cell as text; nothing is the empty text. */
  default String text() {
    return switch (this) {
      case Text text -> text.text();
      case Stack stack -> stack.texts().stream().map(Text::text).collect(Collectors.joining("; "));
      case Whole whole -> Long.toString(whole.number());
      case Real real -> Double.toString(real.number());
      case Nothing nothing -> "";
    };
  }

  default Tone tone() {
    return this instanceof Text text ? text.tone() : Tone.PLAIN;
  }
}
