package org.concordat.formats.oscal.markup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of text inside a paragraph, a heading or a line. */
public sealed interface Inline {
  /** Plain text, never empty; no two stand side by side. */
  record Text(String text) implements Inline {}

  /** Text that is set off from the rest. */
  record Styled(Style style, List<Inline> inside) implements Inline {
    public Styled {
      inside = List.copyOf(inside);
    }
  }

  /** Literal text, such as a command. */
  record Code(String text) implements Inline {}

  record Link(String href, List<Inline> inside) implements Inline {
    public Link {
      inside = List.copyOf(inside);
    }
  }

  record Image(String source, String alternative, @Nullable String title) implements Inline {}

  /**
   * The place of a parameter.
   *
   * @param type what is inserted: {@code param}
   * @param id the id of what is inserted
   */
  record Insert(String type, String id) implements Inline {}

  /** The end of a line inside a paragraph. */
  record Break() implements Inline {}

  /** How text is set off: in Markdown by marks around it, in XML by an element. */
  enum Style {
    EMPHASIS("*", "em"),
    STRONG("**", "strong"),
    SUBSCRIPT("~", "sub"),
    SUPERSCRIPT("^", "sup"),
    QUOTATION("\"", "q");

    private final String mark;
    private final String element;

    Style(String mark, String element) {
      this.mark = mark;
      this.element = element;
    }

    String mark() {
      return mark;
    }

    String element() {
      return element;
    }
  }
}
