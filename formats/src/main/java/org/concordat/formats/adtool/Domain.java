package org.concordat.formats.adtool;

import java.util.Optional;

/** The domains of ADTool that say something a tree of ours has a place for. */
enum Domain {
  COST("MinCost", "MinCost1"),
  PROBABILITY("ProbSucc", "ProbSucc2"),
  SKILL("MinSkill", "MinSkill3"),
  TIME("MinTimePar", "MinTimePar4");

  private final String className;
  private final String id;

  Domain(String className, String id) {
    this.className = className;
    this.id = id;
  }

  /**
   * The domain of a class, such as {@code lu.uni.adtool.domains.adtpredefined.MinCost}; the
   * versions of ADTool keep it in different packages.
   */
  static Optional<Domain> of(String qualified) {
    return switch (qualified.strip().substring(qualified.strip().lastIndexOf('.') + 1)) {
      case "MinCost" -> Optional.of(COST);
      case "ProbSucc" -> Optional.of(PROBABILITY);
      case "MinSkill" -> Optional.of(SKILL);
      case "MinTimePar", "MinTimeSeq", "MinTime" -> Optional.of(TIME);
      default -> Optional.empty();
    };
  }

  /** The id under which we write its values. */
  String id() {
    return id;
  }

  /** The class that ADTool keeps it in, for trees with defences or with sequences. */
  String className(boolean isSequential) {
    return isSequential
        ? "lu.uni.adtool.domains.sandpredefined." + (this == TIME ? "MinTime" : className)
        : "lu.uni.adtool.domains.adtpredefined." + className;
  }
}
