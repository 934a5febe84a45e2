/**
 * The catalogues that ship with Concordat: information types and impact factors. Their sources and
 * licences stand in {@code content/README.md}; {@link org.concordat.formats.content.ShippedContent}
 * reads them.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.content;
