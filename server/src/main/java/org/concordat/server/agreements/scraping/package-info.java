/**
 * Measurements that the server fetches by itself: where from, how often, under which guard, and
 * what came of it.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.agreements.scraping;
