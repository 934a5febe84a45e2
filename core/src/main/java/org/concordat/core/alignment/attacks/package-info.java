/**
 * Misuse cases and attack-defence trees of a security requirement, and what they come to.
 *
 * <pre>
 *   misuse case  = who, goal, preconditions, course, requirement that it violates, tree
 *   attack tree  = root, nodes ({@link org.concordat.core.alignment.attacks.TreeNode})
 *   analysis     = tree and the countermeasures that are on
 * </pre>
 *
 * <p>{@link org.concordat.core.alignment.attacks.TreeRules} says what a sound tree is. A tree
 * becomes a formula (Circuit) and that a decision diagram (Bdd, Diagram), from which {@link
 * org.concordat.core.alignment.attacks.Analysis} and {@link
 * org.concordat.core.alignment.attacks.DefenceFront} read exact answers; time goes by the formula
 * itself, because a diagram knows no order (TimeFront).
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.attacks;
