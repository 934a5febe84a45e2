/**
 * The seven steps from a unit's business vision to its agreement (Su, Bolzoni and van Eck,
 * <i>Specifying Information Security Needs for the Delivery of High Quality Security Services</i>,
 * figure 7): whose turn it is, what each step needs before it can end, and which need another look.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.steps;
