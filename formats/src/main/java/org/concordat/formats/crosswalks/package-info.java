/**
 * Crosswalks as people bring them: NIST's and other spreadsheets, and the mapping libraries of CISO
 * Assistant.
 *
 * <p>{@link org.concordat.formats.crosswalks.CrosswalkTables} reads CSV and XLSX; {@link
 * org.concordat.formats.crosswalks.MappingLibraries} reads the libraries. Both hand over {@link
 * org.concordat.formats.crosswalks.BroughtCrosswalk}s: rows that are not usable (an id that the
 * catalogue does not have, a relation that nobody knows, the same pair again) are reported and left
 * out, and do not spoil the thousands of others.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.crosswalks;
