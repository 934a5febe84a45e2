package org.concordat.formats.tables;

/** The columns that share a scale. */
enum RatingSet {
  /** One column for each property. */
  PROPERTIES,
  /** One column with several properties. */
  OBJECTIVES,
  /** One column for all properties. */
  CRITICALITY
}
