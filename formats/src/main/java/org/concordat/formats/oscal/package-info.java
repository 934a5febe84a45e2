/**
 * OSCAL (NIST, Open Security Controls Assessment Language 1.x): documents of every kind as trees
 * that keep everything, in JSON, YAML and XML.
 *
 * <p>{@link org.concordat.formats.oscal.OscalDocument} reads, checks and writes; {@code model.txt}
 * says what documents are made of, so that the same document gives the same tree in all three
 * notations. On it stand {@link org.concordat.formats.oscal.OscalCatalogue} (controls), {@link
 * org.concordat.formats.oscal.OscalMappings} and {@link
 * org.concordat.formats.oscal.OscalMappingsWriter} (crosswalks), {@link
 * org.concordat.formats.oscal.SystemSecurityPlanImport} (assets), and {@code profiles} (baselines).
 * What becomes of each part stands in {@code docs/oscal.md}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.oscal;
