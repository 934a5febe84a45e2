package org.concordat.server.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections of the server, and the migrations that run before anything uses them. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /** More connections than cores wait for each other in the database; a few more wait for disks. */
  private static final int CONNECTIONS = 16;

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      @Value("${concordat.database.url}") String url,
      @Value("${concordat.database.user}") String user,
      @Value("${concordat.database.password}") String password,
      @Value("${concordat.database.owner.user}") String ownerUser,
      @Value("${concordat.database.owner.password}") String ownerPassword) {
    try (HikariDataSource owner = pool(url, ownerUser, ownerPassword, 2)) {
      Migrations.run(owner, user);
    }
    return pool(url, user, password, CONNECTIONS);
  }

  private static HikariDataSource pool(String url, String user, String password, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(size);
    pool.addDataSourceProperty("currentSchema", Migrations.SCHEMA);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "concordat");
    return pool;
  }

  @Bean
  TenantTransactions tenantTransactions(DataSource dataSource) {
    return new TenantTransactions(dataSource);
  }
}
