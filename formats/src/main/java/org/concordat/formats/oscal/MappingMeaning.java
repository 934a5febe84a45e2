package org.concordat.formats.oscal;

import java.util.Optional;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;

/**
 * What a {@code map} says of one of its sources and one of its targets. It relates the whole of its
 * sources to the whole of its targets; an item is a part of that whole, and a statement is a part
 * of its control. So what is known of the two controls is the composition of these relations.
 */
final class MappingMeaning {
  /** The namespace of OSCAL's own words. */
  static final String OSCAL = "http://csrc.nist.gov/ns/oscal";

  /** The namespace of our words. */
  static final String OURS = "urn:concordat:oscal";

  private MappingMeaning() {}

  /** The relation that the word means between the two wholes, or empty when it is none. */
  static Optional<Statement> of(String word, String namespace) {
    boolean isOscal = namespace.isEmpty() || namespace.equals(OSCAL);
    if (namespace.equals(OURS) && word.equals(Statement.RELATED.word())) {
      return Optional.of(Statement.RELATED);
    }
    Optional<Statement> statement =
        switch (word) {
          case "equal-to", "equivalent-to", "equal" -> Optional.of(Statement.EQUAL);
          case "subset-of", "subset" -> Optional.of(Statement.SUBSET);
          case "superset-of", "superset" -> Optional.of(Statement.SUPERSET);
          case "intersects-with", "intersects" -> Optional.of(Statement.INTERSECTS);
          case "no-relationship", "none" -> Optional.of(Statement.NONE);
          default -> Optional.empty();
        };
    // Another namespace may mean something else by the word: at most that there is something.
    return isOscal
        ? statement
        : statement.filter(s -> s != Statement.NONE).map(_ -> Statement.RELATED);
  }

  /** The word of OSCAL for the statement; it has none for {@link Statement#RELATED}. */
  static Optional<String> word(Statement statement) {
    return switch (statement) {
      case EQUAL -> Optional.of("equal-to");
      case SUBSET -> Optional.of("subset-of");
      case SUPERSET -> Optional.of("superset-of");
      case INTERSECTS -> Optional.of("intersects-with");
      case NONE -> Optional.of("no-relationship");
      case RELATED -> Optional.empty();
    };
  }

  /** The relation of a control to the whole of one side of a map that it is listed in. */
  static Relations toWhole(boolean isAlone, boolean isStatement) {
    Relations whole = isAlone ? Relations.of(Relation.EQUAL) : Relations.PART;
    return isStatement ? Relations.PART.converse().then(whole) : whole;
  }

  /**
   * What is said of two controls.
   *
   * @param whole what the map says of the two wholes
   * @param source the relation of the source control to the whole of the sources
   * @param target the relation of the target control to the whole of the targets
   * @return the strongest statement that follows. Where nothing follows from a map that says that
   *     there is something in common, then still that: its publisher lists only what takes part.
   */
  static Optional<Statement> between(Statement whole, Relations source, Relations target) {
    Relations known = source.then(whole.relations()).then(target.converse());
    for (Statement statement : Statement.values()) {
      if (known.within(statement.relations())) {
        return Optional.of(statement);
      }
    }
    return whole == Statement.NONE ? Optional.empty() : Optional.of(Statement.RELATED);
  }
}
