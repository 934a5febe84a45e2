package org.concordat.server.web.table;

import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/** A page with a table, whose rows can be updated alone. */
public interface TablePage extends PageModel {
  TableView table();

  @Override
  default @Nullable String fragment(String target) {
    return target.equals(table().region()) ? "web/table/region" : null;
  }

  @Override
  default @Nullable String address() {
    return table().asked().address();
  }
}
