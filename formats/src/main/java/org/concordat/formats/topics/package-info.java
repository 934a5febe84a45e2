/**
 * Topics as files: tables of topics, and what an organisation has in operation.
 *
 * <p>{@link org.concordat.formats.topics.TopicTables} reads a table, {@link
 * org.concordat.formats.topics.StatusFile} the statuses; {@link
 * org.concordat.formats.topics.ShippedStandards} holds the catalogues, crosswalks and tables that
 * ship with Concordat.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.topics;
