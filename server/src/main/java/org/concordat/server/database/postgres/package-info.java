/**
 * A PostgreSQL of one's own, so that one command starts the server: {@link PrivatePostgres} runs
 * it, {@link PostgresRequirements} looks at one that somebody else runs.
 *
 * <p>A data directory, which belongs to one Concordat at a time:
 *
 * <pre>
 * private-postgres.properties   marks the directory as ours; port, and how far the set-up came
 * lock                          held while a Concordat runs
 * secrets/ROLE                  one password a role, readable by the owner alone
 * cluster/                      what PostgreSQL calls its data directory
 * log/                          a week of server logs, and what its programs said last
 * binaries/ARCHIVE/             PostgreSQL's programs, unpacked
 * </pre>
 *
 * @see <a href="https://www.postgresql.org/docs/18/">PostgreSQL 18 documentation</a>
 */
@NullMarked
package org.concordat.server.database.postgres;

import org.jspecify.annotations.NullMarked;
