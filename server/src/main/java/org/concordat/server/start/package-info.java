/**
 * Where people begin: the officer's six questions, what waits for somebody, whether what is needed
 * is secured, and the search over everything. Asks all other rooms, and no room asks it.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.start;
