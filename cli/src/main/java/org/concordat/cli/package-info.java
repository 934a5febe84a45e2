/**
 * The command's sub-commands, one class each.
 *
 * <p>{@link org.concordat.cli.Concordat} puts them together and runs one; {@link
 * org.concordat.cli.Failures} says how each kind of failure is told and which exit status it has.
 * What is written, and how it looks, is in {@link org.concordat.cli.output}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.cli;
