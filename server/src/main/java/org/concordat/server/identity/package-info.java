/** People and programs: who they are, how they prove it, and what they may do. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity;
