/** Secrets that the server has to read again, and so cannot keep as hashes. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.secrets;
