package org.concordat.server.web.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.SurroundingsFactory;

/** Opens tables for people, as they left them. */
public final class TableDesk {
  /** Longer queries are not remembered, in characters. */
  private static final int LONGEST_QUERY = 2_000;

  private final TableChoices choices;
  private final SurroundingsFactory surroundings;

  TableDesk(TableChoices choices, SurroundingsFactory surroundings) {
    this.choices = choices;
    this.surroundings = surroundings;
  }

  /**
   * A table that was opened.
   *
   * @param asked what is shown of it
   */
  public record Opened<M, R>(Table<M, R> table, Asked asked, TableChoices.Choices choices) {
    /** The table as it is shown of a model. */
    public TableView of(M model) {
      return table.view(model, asked, choices);
    }
  }

  /**
   * Opens a table. An address with a query gets what it asks for, which is remembered; one without
   * gets what was looked at last.
   */
  public <M, R> Opened<M, R> open(Table<M, R> table, Caller caller, HttpServletRequest request) {
    TableChoices.Choices chosen = choices.of(caller, table.id());
    if (request.getQueryString() == null) {
      return new Opened<>(table, table.asked(chosen.query()), chosen);
    }
    Asked asked = asked(table, request);
    if (!asked.query().equals(chosen.query()) && asked.query().length() <= LONGEST_QUERY) {
      choices.remember(caller, SurroundingsFactory.requestId(request), table.id(), asked.query());
    }
    return new Opened<>(table, asked, chosen);
  }

  private static Asked asked(Table<?, ?> table, HttpServletRequest request) {
    Map<String, String> parameters = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    return table.asked(parameters);
  }

  /**
   * Writes what an address asks for as a file, in the columns that the reader has chosen: all rows
   * that the filters leave, in the order asked for. The path's ending says which kind of file.
   */
  public <M, R> void export(
      Table<M, R> table,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      Reading<M> reading)
      throws IOException {
    TableChoices.Choices chosen = choices.of(caller, table.id());
    new TableFile<>(
            table, table.shown(chosen.columns()), asked(table, request), surroundings.of(request))
        .write(TableFile.Format.of(request.getRequestURI()), reading, response);
  }
}
