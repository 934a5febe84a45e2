/**
 * Standards: catalogues of controls, and what published crosswalks say of how controls relate.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * Library    = Catalogue*, Crosswalk*                          all that is known, and agrees in its ids
 * Catalogue  = id, title, version?, source?, licence?, Control*
 * Control    = id, title, parent?, text?, exhaustive, withdrawn
 * ControlRef = catalogue, control                              a control among those of all catalogues
 * Crosswalk  = id, source, target, publisher?, url?, version?, licence?, Mapping*
 * Mapping    = source, Statement, target, strength?, because?
 * Statement  = Relation | "related"                            what a mapping says
 * Relation   = "equal" | "subset" | "superset" | "intersects" | "none"
 * Relations  = Relation*                                       what may still be true of two controls
 * Operation  = "yes" | "partly" | "no"                         whether an organisation runs a control
 * </pre>
 *
 * <p>A control stands for the set of outcomes that it demands, so two controls relate in exactly
 * one of five ways (NIST IR 8477, 2024; the algebra RCC-5: Randell, Cui and Cohn, <i>A spatial
 * logic based on regions and connection</i>, 1992).
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.standards;
