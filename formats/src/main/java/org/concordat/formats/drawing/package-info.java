/**
 * Pictures of a workspace and its priorities as SVG, for page, report and export alike.
 *
 * <p>{@link org.concordat.formats.drawing.ImpactDiagram} shows why (requirement, factor, goal),
 * {@link org.concordat.formats.drawing.DependencyMap} shows over which dependencies, {@link
 * org.concordat.formats.drawing.HeatMap} shows how much of what; {@link
 * org.concordat.formats.drawing.AttackTreePicture} and {@link
 * org.concordat.formats.drawing.TreeFront} show a tree and what there is to choose between. Every
 * picture is a complete document that depends on its input alone: the same workspace gives the same
 * bytes everywhere.
 *
 * <pre>
 * Picture     = heading, notes, legend, body            the frame that all pictures share
 * Theme       = Colour*, for a light and a dark scheme   the only place that names colours
 * Lettering   = size, weight                            sizes of text, and how wide a text gets
 * Svg                                                   writes elements, escapes text
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.drawing;
