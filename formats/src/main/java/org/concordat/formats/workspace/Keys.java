package org.concordat.formats.workspace;

import java.util.List;
import java.util.Optional;

/** The keys of the format, in the order in which they are written. */
final class Keys {
  static final String VERSION = "concordat";

  /** The version of the format that this program reads and writes. */
  static final String VERSION_READ = "1";

  /** The keys that state one thing for the whole workspace, and so stand in one file only. */
  enum Header {
    ORGANISATION("organisation"),
    SCALE("scale"),
    COMBINATION("combination"),
    INHERITANCE("inheritance");

    private final String key;

    Header(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    static Optional<Header> of(String key) {
      return List.of(values()).stream().filter(h -> h.key.equals(key)).findFirst();
    }
  }

  /** The lists, which join over all files. */
  enum Listed {
    PROPERTIES("properties"),
    UNITS("units"),
    FACTORS("factors"),
    ASSETS("assets"),
    DEPENDENCIES("dependencies"),
    IMPACTS("impacts"),
    IMPORTS("imports");

    private final String key;

    Listed(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    static Optional<Listed> of(String key) {
      return List.of(values()).stream().filter(l -> l.key.equals(key)).findFirst();
    }
  }

  static final List<String> TOP =
      List.of(
          VERSION,
          "organisation",
          "scale",
          "combination",
          "inheritance",
          "properties",
          "units",
          "factors",
          "assets",
          "dependencies",
          "impacts",
          "imports");
  static final List<String> ORGANISATION = List.of("id", "name", "industry");
  static final List<String> COMBINATION = List.of("along", "across");
  static final List<String> MATRIX = List.of("matrix");
  static final List<String> INHERITANCE = List.of("cumulation");
  static final List<String> PROPERTY = List.of("id", "name", "description");
  static final List<String> UNIT = List.of("id", "name", "discipline", "description", "goals");
  static final List<String> GOAL = List.of("id", "name", "importance", "description");
  static final List<String> FACTOR = List.of("id", "name", "controllable", "description");
  static final List<String> ASSET =
      List.of("id", "name", "kind", "unit", "properties", "description");
  static final List<String> DEPENDENCY = List.of("from", "on", "strength", "carries", "redundancy");
  static final List<String> REDUNDANCY = List.of("group", "needs");
  static final List<String> IMPACT =
      List.of("requirement", "factor", "goal", "level", "by", "on", "because", "agreed");
  static final List<String> IMPORT = List.of("source", "element", "kind", "id");

  private Keys() {}
}
