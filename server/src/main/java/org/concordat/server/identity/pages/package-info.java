/** The pages of sign-in, of one's own account, and of the people who look after accounts. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.pages;
