/**
 * What every importer hands over, and how it joins a workspace.
 *
 * <p>An importer reads one source into an {@link org.concordat.formats.imports.ImportedModel}, in
 * the source's own identifiers; {@link org.concordat.formats.imports.ImportMerge} joins that with a
 * workspace, so that importing again updates instead of doubling.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.imports;
