/**
 * The database: its set-up, and transactions that are bound to a tenant and attributed. The tables
 * as Java, {@code schema}, are generated from the migrations.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.database;
