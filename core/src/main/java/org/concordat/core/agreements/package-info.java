/**
 * Agreements: what security a business unit gets from those who supply it, at which price, and what
 * happens when it does not.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * ServiceCatalogue  = currency, SecurityService*, Obligation*, Exclusion*
 * SecurityService   = id, name, property*, AssetKind*, ServiceLevel*        levels in ascending protection
 * ServiceLevel      = id, name, protection Level, Price, TargetTerms*
 * Price             = perUnit, unitOfMeasure, BillingPeriod, once
 * Agreement         = id, version, organisation, unit, supplier, ImpactScale, currency, Term, reviewOn, graceDays,
 *                     ServiceCalendar, MaintenanceWindow*, AgreementLine*, Obligation*, Exclusion*
 * AgreementLine     = id, Requirement, needed?, Provision, Target*, carriedBy*, goal*, because?
 * Provision         = Served(service, level, protection, quantity, Price) | Included(line, protection) | Unserved
 * Target            = id, TargetTerms
 * TargetTerms       = Measure, Direction, threshold, Window, method, minimumRecords, CreditTier*
 * </pre>
 *
 * <p>An {@link org.concordat.core.agreements.Agreement} is the document: what both sides sign, and
 * nothing that changes afterwards. How it comes about is in {@link
 * org.concordat.core.agreements.negotiation}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements;
