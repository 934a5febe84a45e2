/** The sub-commands on agreements. They know nothing of the other commands. */
@org.jspecify.annotations.NullMarked
package org.concordat.cli.agreements;
