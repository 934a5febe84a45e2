package org.concordat.formats.archimate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ArchiMate file as it stands, whichever format it was written in.
 *
 * @param elements in the order of the file
 * @param relations in the order of the file
 * @param extras how many views, folders, properties and other things the file holds besides, by
 *     kind
 */
record ArchimateModel(
    List<Element> elements, List<Relation> relations, Map<String, Integer> extras) {

  /**
   * An element.
   *
   * @param id empty when the file gives none
   * @param type null when ArchiMate has no type of that name
   * @param typeName the type as reports call it
   * @param name never empty
   * @param line where it starts, from 1
   */
  record Element(
      String id,
      @Nullable ElementType type,
      String typeName,
      String name,
      @Nullable String documentation,
      int line) {}

  /**
   * A relation.
   *
   * @param id empty when the file gives none
   * @param type null when ArchiMate has no relation of that name
   * @param typeName the type as reports call it
   * @param source the id of the element, or relation, where it starts; empty when missing
   * @param target the id of the element, or relation, where it ends; empty when missing
   * @param line where it starts, from 1
   */
  record Relation(
      String id,
      @Nullable RelationType type,
      String typeName,
      String source,
      String target,
      int line) {}
}
