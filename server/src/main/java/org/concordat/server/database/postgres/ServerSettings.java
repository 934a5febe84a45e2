package org.concordat.server.database.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How the server is set up: loopback only, durable, and modest, for one team on a small machine.
 * Written anew at every start; what an operator wants otherwise goes into {@code local.conf} beside
 * it, which is read last and never written.
 */
final class ServerSettings {
  private ServerSettings() {}

  /** Writes the settings of the next start. */
  static void write(Path cluster, int port) throws IOException {
    OwnerOnly.write(cluster.resolve("postgresql.conf"), settings(port));
    OwnerOnly.write(cluster.resolve("pg_hba.conf"), access());
  }

  private static String settings(int port) {
    return """
    # Written by Concordat at every start. Put your own settings into local.conf.

    # Reached from this machine only. No socket file: the Java driver speaks TCP alone.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'
    allow_alter_system = off

    # An acknowledged commit survives a power cut.
    fsync = on
    synchronous_commit = on
    full_page_writes = on

    # Memory: the pool of one server, migrations and a listener fit into 50 connections.
    max_connections = 50
    # PostgreSQL's own default; taken page by page, as they are used.
    shared_buffers = 128MB
    # A hint for the planner: our buffers and a share of the system's cache.
    effective_cache_size = 512MB
    # Twice the default: lists are sorted by any column, and on disk that is slow.
    work_mem = 8MB
    # Index builds of an import.
    maintenance_work_mem = 64MB
    # Reads come from memory, so that reader processes would only cost.
    io_method = 'sync'
    # Two cores, shared with the server: no query takes them all.
    max_worker_processes = 4
    max_parallel_workers_per_gather = 1
    max_logical_replication_workers = 0
    autovacuum_max_workers = 2
    # Short queries pay for compilation and do not gain by it.
    jit = off
    # At most so much to replay after a crash, and to keep on disk.
    min_wal_size = 80MB
    max_wal_size = 512MB

    # A file for each day of the week, readable by the owner; a week later it is overwritten.
    logging_collector = on
    log_directory = '../log'
    log_filename = 'server-%%a.log'
    log_file_mode = 0600
    log_rotation_age = 1d
    log_rotation_size = 0
    log_truncate_on_rotation = on
    log_line_prefix = '%%m [%%p] %%q%%u '
    # Details of errors quote the values of rows; the log is not the place for them.
    log_error_verbosity = terse
    log_statement = 'none'
    log_parameter_max_length_on_error = 0

    # The same on every machine.
    timezone = 'UTC'
    log_timezone = 'UTC'
    datestyle = 'iso, ymd'
    lc_messages = 'C'
    default_text_search_config = 'pg_catalog.simple'

    include_if_exists = 'local.conf'
    """
        .formatted(port);
  }

  private static String access() {
    return """
    # Written by Concordat at every start: three roles, from this machine, by password.
    host %s %s,%s 127.0.0.1/32 scram-sha-256
    host all %s 127.0.0.1/32 scram-sha-256
    """
        .formatted(Roles.DATABASE, Roles.OWNER, Roles.APP, Roles.SUPERUSER);
  }
}
