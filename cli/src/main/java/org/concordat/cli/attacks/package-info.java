/** The commands for attack-defence trees. */
@org.jspecify.annotations.NullMarked
package org.concordat.cli.attacks;
