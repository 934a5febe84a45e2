/**
 * The marked-up text of OSCAL: as Markdown, which is how JSON and YAML hold it, and as the few
 * elements of HTML that XML holds.
 *
 * <p>{@link org.concordat.formats.oscal.markup.MarkdownReader} and {@link
 * org.concordat.formats.oscal.markup.MarkdownWriter}, {@link
 * org.concordat.formats.oscal.markup.MarkupElements} for XML, and between them {@link
 * org.concordat.formats.oscal.markup.Block} and {@link org.concordat.formats.oscal.markup.Inline}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.oscal.markup;
