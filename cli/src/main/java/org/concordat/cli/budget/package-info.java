/** How plans and frontiers are told on the command line. */
@org.jspecify.annotations.NullMarked
package org.concordat.cli.budget;
