/** What a check found: every finding at once, each with its place and how to mend it. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.findings;
