/** What proves a person beside a password, or instead of one: one-time codes and passkeys. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.factors;
