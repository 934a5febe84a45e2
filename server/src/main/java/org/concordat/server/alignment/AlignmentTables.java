package org.concordat.server.alignment;

import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of alignment, so that choices for them are taken. */
@Configuration(proxyBeanMethods = false)
class AlignmentTables {
  @Bean
  Table<?, ?> assetsTable() {
    return AssetsTable.TABLE;
  }

  @Bean
  Table<?, ?> prioritiesTable() {
    return PrioritiesTable.TABLE;
  }

  @Bean
  Table<?, ?> dependenciesTable() {
    return DependenciesTable.TABLE;
  }

  @Bean
  Table<?, ?> factorsTable() {
    return FactorsTable.TABLE;
  }

  @Bean
  Table<?, ?> importsTable() {
    return ImportsTable.TABLE;
  }
}
