/** What tests of the server stand on: a real database, a running server. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.testing;
