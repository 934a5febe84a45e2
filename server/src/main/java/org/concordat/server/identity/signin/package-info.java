/** How people and programs prove who they are: sessions, tokens, and the rules around them. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.signin;
