package org.concordat.formats.tables;

/** What a column of a table says of the asset in the row. */
sealed interface Meaning {
  /** One of the things that an asset list says once of an asset, or several times. */
  enum Field implements Meaning {
    /** The identifier that people use. */
    ID,
    /** The identifier that the tool uses for itself. */
    ELEMENT,
    NAME,
    DESCRIPTION,
    TYPE,
    UNIT,
    /** A person, who is no unit. */
    PERSON,
    DEPENDS_ON,
    NEEDED_BY,
    /** One rating for all classic properties. */
    CRITICALITY,
    /** Several ratings in one cell: {@code confidentiality: 3, integrity: 2}. */
    OBJECTIVES,
    /** Whether a CISO Assistant asset is a business function. */
    BUSINESS_FUNCTION,
    /** The dependent end of a relation, unless the relation's type says otherwise. */
    PARENT,
    PARENT_TYPE,
    CHILD,
    CHILD_TYPE,
    /** The type of a relation, such as {@code Depends on::Used by}. */
    RELATION;

    /** Whether a table may say it in several columns. */
    boolean isRepeatable() {
      return this == DEPENDS_ON || this == NEEDED_BY || this == OBJECTIVES;
    }
  }

  /** How grave the loss of the property would be. */
  record Rating(String property) implements Meaning {}

  /** A figure of our own export, which was computed and is no rating. */
  record Priority(String property) implements Meaning {}
}
