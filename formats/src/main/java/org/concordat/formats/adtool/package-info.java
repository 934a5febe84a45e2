/**
 * Attack-defence trees in the XML of ADTool (B. Kordy, P. Kordy, S. Mauw, P. Schweitzer, <i>ADTool:
 * Security Analysis with Attack–Defense Trees</i>, 2013).
 *
 * <p>An {@link org.concordat.formats.adtool.AdtoolDocument} holds a file without loss, whatever
 * stands in it; {@link org.concordat.formats.adtool.AdtoolImport} makes a tree of it, {@link
 * org.concordat.formats.adtool.AdtoolExport} a document of a tree.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.adtool;
