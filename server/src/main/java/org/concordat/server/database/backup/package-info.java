/**
 * All organisations' rows in one file, and back into an empty database.
 *
 * <p>A backup is a zip: one entry a table with its rows in PostgreSQL's text format for {@code
 * copy}, the keys of the installation, and, last, a {@linkplain
 * org.concordat.server.database.backup.BackupManifest manifest} that says what is there and by
 * which checksums it is known. It belongs to a version of the schema, not to one of PostgreSQL.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.database.backup;
