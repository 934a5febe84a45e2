/**
 * Whether what is needed is secured, as far as agreements in force and controls in operation say.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * Assurance = (Requirement -> Evidence+)*
 * Evidence  = Promise(agreement, version, enough, Kept) | Support(control, whole)
 * Standing  = what the evidence on one requirement comes to
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.assurance;
