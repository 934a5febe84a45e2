/**
 * Attack-defence trees as files of our own, in YAML or JSON with the same keys, fit for a version
 * control system.
 *
 * <p>{@link org.concordat.formats.attacks.AttackTreeFile} reads both, with all mistakes at once,
 * and writes both.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.attacks;
