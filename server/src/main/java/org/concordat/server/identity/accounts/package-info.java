/** Accounts, their roles, and the secrets that prove them. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.accounts;
