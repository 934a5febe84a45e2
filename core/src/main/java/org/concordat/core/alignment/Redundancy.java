package org.concordat.core.alignment;

/**
 * Membership in a redundancy group: the dependent asset works as long as enough of the group's
 * members do.
 *
 * @param group the name of the group, among the dependencies of one asset
 * @param needs how many members the dependent asset needs, 1 or more
 */
public record Redundancy(String group, int needs) {
  public Redundancy {
    Identifier.check(group, "redundancy group");
    if (needs < 1) {
      throw new IllegalArgumentException("a redundancy group needs 1 member or more, not " + needs);
    }
  }
}
