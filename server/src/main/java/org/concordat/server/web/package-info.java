/**
 * What all pages have in common: rendering, layout, components, texts in the reader's language,
 * errors.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.web;
