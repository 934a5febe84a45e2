/** The command's sub-commands. */
@org.jspecify.annotations.NullMarked
package org.concordat.cli;
