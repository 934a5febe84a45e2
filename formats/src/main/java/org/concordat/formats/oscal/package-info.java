/**
 * OSCAL system security plans (NIST, Open Security Controls Assessment Language 1.x) as a source of
 * assets.
 *
 * <p>{@link org.concordat.formats.oscal.SystemSecurityPlanImport} reads a plan in JSON, XML or
 * YAML. The three become one small tree first, so that the same plan gives the same model; what
 * becomes of each part stands in {@code docs/oscal.md}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.oscal;
