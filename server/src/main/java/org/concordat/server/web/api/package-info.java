/**
 * What every resource of the API stands on: shapes that read, check and describe JSON; problems;
 * preconditions; cursors; answers.
 *
 * <p>A handler takes a {@link org.concordat.server.web.api.Call} and returns an {@link
 * org.concordat.server.web.api.ApiAnswer}. Whatever it throws becomes a problem by RFC 9457. {@link
 * org.concordat.server.web.api.Described} tells what the contract says of it.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.web.api;
