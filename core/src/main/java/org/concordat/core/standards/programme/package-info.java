/**
 * One organisation's standards: which catalogues it follows, what of them it runs, and what that is
 * good for.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * Programme         = ProgrammeEntry*                       no two with the same EntryKey
 * ProgrammeEntry    = Adoption | CrosswalkUse
 *                   | OwnCatalogue | OwnControl | OwnCrosswalk | OwnMapping
 *                   | OwnConsidered
 *                   | ControlOperation | RequirementLink | Obligation | ObligationControl
 * Adoption          = catalogue, since?, because?           the organisation follows this catalogue
 * CrosswalkUse      = crosswalk                             conclusions may be drawn from this shipped one
 * OwnMapping        = crosswalk, Mapping, by?, on?          one statement for each pair of a crosswalk
 * ControlOperation  = ControlRef, Operation, since?, because?, owner?
 * RequirementLink   = Requirement, ControlRef, Extent, because?
 * Obligation        = id, title, kind, source?, url?, description?, units, geography, data, owner?, reviewOn?
 * ObligationControl = obligation, ControlRef, because?
 * </pre>
 *
 * <p>A {@link org.concordat.core.standards.programme.LibraryAssembly} makes the {@link
 * org.concordat.core.standards.Library} that conclusions are drawn from: what is shipped and in
 * use, with what the organisation has added.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.standards.programme;
