package org.concordat.formats.yaml;

import java.util.List;

/**
 * A piece of YAML with the place where it starts, line and column counted from 1.
 *
 * <p>Small trees of these are built for one entry at a time.
 */
public sealed interface YamlNode {
  int line();

  int column();

  /** What it is, in words. */
  String inWords();

  /**
   * A text.
   *
   * @param plain whether it stands without quotes and is no block text
   */
  record Scalar(String text, boolean plain, int line, int column) implements YamlNode {
    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    /** Whether it is an explicit nothing, which counts as absent. */
    public boolean isNull() {
      return plain && NULLS.contains(text);
    }

    @Override
    public String inWords() {
      if (isNull()) {
        return "nothing";
      }
      String start = text.length() <= 40 ? text : text.substring(0, 40) + "...";
      return plain ? "'" + start + "'" : "the quoted text '" + start + "'";
    }
  }

  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    @Override
    public String inWords() {
      return "a list";
    }
  }

  record Mapping(List<Pair> pairs, int line, int column) implements YamlNode {
    @Override
    public String inWords() {
      return "a mapping of keys to values";
    }
  }

  record Pair(Scalar key, YamlNode value) {}

  /** Something that was refused and reported already. */
  record Refused(int line, int column) implements YamlNode {
    @Override
    public String inWords() {
      return "something refused";
    }
  }
}
