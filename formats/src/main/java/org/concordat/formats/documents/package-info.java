/**
 * Documents that one hands to people: PDF that is tagged for readers that cannot see it (PDF/UA-1)
 * and can be kept (PDF/A-2a), with the organisation's name on every page.
 *
 * <p>The shape of a document:
 *
 * <pre>
 *   document   = letterhead, title, body
 *   body       = XHTML, by {@link org.concordat.formats.documents.DocumentText} or a template
 *   letterhead = organisation, accent, date, language and its words for the number of a page
 * </pre>
 *
 * <p>{@link org.concordat.formats.documents.PdfDocuments} writes it. Nothing outside of the
 * document is ever loaded: the fonts are bundled, pictures are SVG within the body or {@code data:}
 * addresses.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.documents;
