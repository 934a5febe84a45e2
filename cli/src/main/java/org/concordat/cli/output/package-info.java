/**
 * What the command line writes: {@link org.concordat.cli.output.Tables} in four formats, {@link
 * org.concordat.cli.output.Json}, files that come whole or not at all ({@link
 * org.concordat.cli.output.OutputFile}), and the {@link org.concordat.cli.output.Terminal} that
 * people look at.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.cli.output;
