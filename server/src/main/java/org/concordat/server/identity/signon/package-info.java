/** Single sign-on by OpenID Connect: people sign in at their organisation's provider. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.signon;
