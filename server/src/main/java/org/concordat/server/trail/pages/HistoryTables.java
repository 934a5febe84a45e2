package org.concordat.server.trail.pages;

import org.concordat.server.web.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of the history, so that choices for it are taken. */
@Configuration(proxyBeanMethods = false)
class HistoryTables {
  @Bean
  Table<?, ?> historyTable() {
    return HistoryTable.TABLE;
  }
}
