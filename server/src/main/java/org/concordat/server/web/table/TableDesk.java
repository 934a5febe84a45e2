package org.concordat.server.web.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    remember(table.id(), caller, request, chosen, asked.query());
    return new Opened<>(table, asked, chosen);
  }

  private void remember(
      String id,
      Caller caller,
      HttpServletRequest request,
      TableChoices.Choices present,
      String query) {
    if (!query.equals(present.query()) && query.length() <= LONGEST_QUERY) {
      choices.remember(caller, SurroundingsFactory.requestId(request), id, query);
    }
  }

  /**
   * Does for a page with filters that is no table what {@link #open} does for one that is.
   *
   * @param id its name in what is remembered
   * @param query what the address asks for, without the page
   * @return the query that was looked at last, when the address has none and there is one
   */
  public Optional<String> last(String id, Caller caller, HttpServletRequest request, String query) {
    TableChoices.Choices present = choices.of(caller, id);
    if (request.getQueryString() == null) {
      return Optional.of(present.query()).filter(last -> !last.isEmpty());
    }
    remember(id, caller, request, present, query);
    return Optional.empty();
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
