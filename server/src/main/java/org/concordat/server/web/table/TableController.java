package org.concordat.server.web.table;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.TableChoices.SavedView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what somebody chooses for a table. It is their own, so any signed-in person may. */
@Controller
class TableController {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 2_000;

  private final TableChoices choices;
  private final Map<String, Table<?, ?>> tables;

  TableController(TableChoices choices, ObjectProvider<Table<?, ?>> tables) {
    this.choices = choices;
    this.tables = tables.stream().collect(Collectors.toMap(Table::id, Function.identity()));
  }

  @PostMapping("/tables/{id}/columns")
  @Needs(Permission.OWN_ACCOUNT)
  Answer columns(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") List<String> columns,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "false") boolean usual,
      HttpServletRequest request) {
    Table<?, ?> table = tables.get(id);
    if (table == null) {
      return new ErrorPage(404, "notFound", List.of());
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (Column<?, ?> column : table.columns()) {
      // Those that are always shown stand for a choice of nothing else.
      if (!usual
          && (column.presence() == Column.Presence.ALWAYS || columns.contains(column.id()))) {
        chosen.add(column.id());
      }
    }
    choices.chooseColumns(caller, SurroundingsFactory.requestId(request), id, chosen);
    return Redirect.to(table.asked(query).address());
  }

  @PostMapping("/tables/{id}/views")
  @Needs(Permission.OWN_ACCOUNT)
  Answer keep(
      Caller caller,
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String query,
      HttpServletRequest request) {
    Table<?, ?> table = tables.get(id);
    if (table == null) {
      return new ErrorPage(404, "notFound", List.of());
    }
    Asked asked = table.asked(query);
    if (name.isBlank()
        || name.strip().length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)
        || asked.query().length() > LONGEST_QUERY) {
      return new ErrorPage(422, "noName", List.of());
    }
    if (choices.of(caller, id).views().size() >= TableChoices.MOST_VIEWS) {
      return Redirect.to(asked.address()).saying("web.table.views.most");
    }
    choices.keep(
        caller,
        SurroundingsFactory.requestId(request),
        id,
        new SavedView(name.strip(), asked.query()));
    return Redirect.to(asked.address()).saying("web.table.views.kept", name.strip());
  }

  @PostMapping("/tables/{id}/views/remove")
  @Needs(Permission.OWN_ACCOUNT)
  Answer forget(
      Caller caller,
      @PathVariable String id,
      @RequestParam String name,
      HttpServletRequest request) {
    Table<?, ?> table = tables.get(id);
    if (table == null) {
      return new ErrorPage(404, "notFound", List.of());
    }
    choices.forget(caller, SurroundingsFactory.requestId(request), id, name);
    return Redirect.to(table.path());
  }
}
