package org.concordat.server.identity.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts.Listed;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The list of people; they are few enough to be sorted when they are asked for. */
final class PeopleTable {
  private static final String STATE = "identity.people.state.";

  static final Table<People, Listed> TABLE =
      new Table<>(
          "people",
          "identity.people.title",
          "/people",
          List.of(
              Column.<People, Listed>of(
                      "name",
                      "identity.name",
                      (_, person) ->
                          new Cell.Link(new Cell.Text(person.name()), "/people/" + person.id()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<People, Listed>of(
                      "email", "identity.email", (_, person) -> Cell.of(person.email()))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.of("roles", "identity.roles", PeopleTable::roles),
              Column.<People, Listed>of(
                  "state", "identity.people.state", (_, person) -> state(person)),
              Column.<People, Listed>of(
                  "factor",
                  "identity.people.hasFactors",
                  (people, person) -> Cell.word(people.holds(person) ? "web.yes" : "web.no"))),
          List.of(
              FilterField.search(),
              new FilterField<>("role", "identity.people.role", _ -> roles()),
              new FilterField<>("state", "identity.people.state", _ -> states()),
              new FilterField<>("factor", "identity.people.hasFactors", _ -> yesOrNo())),
          PeopleTable::find,
          null);

  private PeopleTable() {}

  /**
   * What the list is read from.
   *
   * @param withSecondFactor the ids of those who have a second factor
   * @param units the units that roles are held for
   */
  record People(List<Listed> all, Set<UUID> withSecondFactor, List<Unit> units) {
    People {
      all = List.copyOf(all);
      withSecondFactor = Set.copyOf(withSecondFactor);
      units = List.copyOf(units);
    }

    boolean holds(Listed person) {
      return withSecondFactor.contains(person.id());
    }

    private String unit(String id) {
      return units.stream()
          .filter(unit -> unit.id().equals(id))
          .map(Unit::name)
          .findFirst()
          .orElse(id);
    }
  }

  private static Cell roles(People people, Listed person) {
    List<Cell> roles = new ArrayList<>();
    for (Grant grant : person.grants()) {
      List<Cell> words = new ArrayList<>(List.of(role(grant.role())));
      grant.units().stream()
          .map(people::unit)
          .sorted()
          .forEach(unit -> words.add(new Cell.Quiet(new Cell.Text(unit))));
      roles.add(new Cell.Joined(words, " · "));
    }
    return new Cell.Joined(roles, ", ");
  }

  private static Cell role(Role role) {
    return Cell.word("identity.role." + role.name());
  }

  private static Cell state(Listed person) {
    Cell word = Cell.word(STATE + State.of(person).name());
    return switch (State.of(person)) {
      case ACTIVE -> word;
      case GUEST, DISABLED -> new Cell.Badge(word, 0);
    };
  }

  /** Whether somebody may enter, and how. */
  private enum State {
    ACTIVE,
    GUEST,
    DISABLED;

    static State of(Listed person) {
      return !person.active() ? DISABLED : person.guest() ? GUEST : ACTIVE;
    }
  }

  private static List<Option> roles() {
    return Arrays.stream(Role.values()).map(role -> new Option(role.name(), role(role))).toList();
  }

  private static List<Option> states() {
    return Arrays.stream(State.values())
        .map(state -> new Option(state.name(), Cell.word(STATE + state.name())))
        .toList();
  }

  private static List<Option> yesOrNo() {
    return List.of(new Option("yes", Cell.word("web.yes")), new Option("no", Cell.word("web.no")));
  }

  private static Table.Found<Listed> find(People people, Asked asked, int offset, int limit) {
    Comparator<Listed> order =
        asked.column().equals("email")
            ? Comparator.comparing(Listed::email)
            : Comparator.comparing(person -> person.name().toLowerCase(Locale.ROOT));
    List<Listed> found =
        people.all().stream()
            .filter(person -> matches(people, person, asked))
            .sorted(asked.isDescending() ? order.reversed() : order)
            .toList();
    return new Table.Found<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }

  private static boolean matches(People people, Listed person, Asked asked) {
    String text = (person.name() + " " + person.email()).toLowerCase(Locale.ROOT);
    String role = asked.filter("role");
    String state = asked.filter("state");
    String factor = asked.filter("factor");
    return List.of(asked.filter("q").toLowerCase(Locale.ROOT).split(" ", -1)).stream()
            .allMatch(text::contains)
        && (role.isEmpty() || person.grants().stream().anyMatch(g -> g.role().name().equals(role)))
        && (state.isEmpty() || State.of(person).name().equals(state))
        && (factor.isEmpty() || people.holds(person) == factor.equals("yes"));
  }
}
