package org.concordat.server.standards.pages;

import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of standards, so that choices for them are taken. */
@Configuration(proxyBeanMethods = false)
class StandardsTables {
  @Bean
  Table<?, ?> cataloguesTable() {
    return CataloguesTable.TABLE;
  }

  @Bean
  Table<?, ?> controlsTable() {
    return ControlsTable.TABLE;
  }

  @Bean
  Table<?, ?> mappingsTable() {
    return MappingsTable.TABLE;
  }

  @Bean
  Table<?, ?> obligationsTable() {
    return ObligationsTable.TABLE;
  }
}
