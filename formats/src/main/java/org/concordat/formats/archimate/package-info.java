/**
 * ArchiMate models, as Archi and the Open Group's exchange format write them, read into an {@link
 * org.concordat.formats.imports.ImportedModel}.
 *
 * <p>{@link org.concordat.formats.archimate.ArchimateImport} is the entrance. Within: a file is
 * opened within its limits ({@code ModelFile}), read into elements and relations ({@code
 * ModelReader}), relations through junctions and groupings become plain pairs of elements ({@code
 * RelationEnds}), and {@code Translation} gives each element its place. What each type becomes
 * stands in {@code ElementType} and {@code RelationType}, and for users in {@code
 * docs/archimate.md}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.archimate;
