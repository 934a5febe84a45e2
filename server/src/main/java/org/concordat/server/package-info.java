/** Pages, API, database, jobs and federation endpoints. */
@org.jspecify.annotations.NullMarked
package org.concordat.server;
