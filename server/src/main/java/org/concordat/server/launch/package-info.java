/** Starts and stops the server: its settings, its database, its application. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.launch;
