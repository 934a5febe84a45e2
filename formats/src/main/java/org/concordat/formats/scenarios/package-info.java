/**
 * What the four scenarios answer, as tables that every output can show: what one standard gives
 * another, what is left, both at once, and two organisations that become one.
 *
 * <p>{@link org.concordat.formats.scenarios.Scenarios} makes {@link
 * org.concordat.formats.scenarios.Sheet}s; {@link org.concordat.formats.scenarios.ScenarioWorkbook}
 * writes them as XLSX.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.scenarios;
