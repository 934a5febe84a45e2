/**
 * Alignment: what must be secured, why, and in which order.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * Unit        = id, name, ValueDiscipline?, Goal*             the business vision of a unit
 * Goal        = id, name, importance?
 * Factor      = id, name, controllable?                       critical impact factor (CIF)
 * Asset       = id, name, AssetKind, unit?, property*
 * Requirement = asset "/" property
 * Impact      = RequirementImpact | FactorImpact              requirement to factor, factor to goal
 * Judgement   = level, by?, on?, because?, agreed
 * Dependency  = from, on, strength?, carries?, Redundancy?
 * Combination = Along, Across                                 how levels join into a priority
 * </pre>
 *
 * <p>The engine that turns them into priorities is in {@link
 * org.concordat.core.alignment.priorities}; an organisation's whole model is a {@link
 * org.concordat.core.workspace.Workspace}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment;
