/**
 * Load over HTTP: starts the server as it ships, plays people at work, and tells how long they
 * wait.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.bench.load;
