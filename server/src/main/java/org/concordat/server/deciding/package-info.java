/**
 * Deciding: drafts of changes that are tried out, shared, proposed and approved; and what needs
 * another look.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.deciding;
