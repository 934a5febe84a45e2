package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** Dependencies by hand. */
class DependenciesTest {
  private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]*)\"");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();

  private Workspace model() {
    return server.part(Models.class).of(people.tenant()).read(Snapshot::workspace);
  }

  private List<Dependency> between(String from, String on) {
    return model().dependencies().stream()
        .filter(d -> d.from().equals(from) && d.on().equals(on))
        .toList();
  }

  private Dependency any() {
    return model().dependencies().getFirst();
  }

  private String tag(String path) {
    Matcher matcher = TAG.matcher(officer.get(path).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_dependency_is_added_by_the_names_of_its_assets() {
    officer.post("/assets", "name", "Ledger", "kind", "INFORMATION", "id", "ledger");
    officer.post("/assets", "name", "Vault", "kind", "TECHNICAL", "id", "vault");

    var answer = officer.post("/dependencies", "from", "ledger", "on", "Vault", "strength", "2");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(between("ledger", "vault"))
        .containsExactly(new Dependency("ledger", "vault", Level.of(2), null, null));
    assertThat(officer.get("/dependencies?q=ledger").body()).contains("/dependencies/ledger/vault");
  }

  @Test
  void what_names_no_asset_or_several_is_told() {
    officer.post("/assets", "name", "Twin", "kind", "TECHNICAL", "id", "twin-1");
    officer.post("/assets", "name", "Twin", "kind", "TECHNICAL", "id", "twin-2");

    var none = officer.post("/dependencies", "from", any().from(), "on", "No such thing");
    var several = officer.post("/dependencies", "from", any().from(), "on", "Twin");

    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("No such thing");
    assertThat(several.statusCode()).isEqualTo(422);
    assertThat(several.body()).contains("twin-1, twin-2");
  }

  @Test
  void strength_pairs_and_redundancy_are_changed_on_its_page() {
    Dependency before = any();
    String path = "/dependencies/" + before.from() + "/" + before.on();

    var answer =
        officer.post(
            path,
            "tag",
            tag(path),
            "strength",
            "1",
            "carries",
            "own",
            "pair.availability",
            "integrity",
            "pair.integrity",
            "",
            "group",
            "cluster",
            "needs",
            "1");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(between(before.from(), before.on()))
        .containsExactly(
            new Dependency(
                before.from(),
                before.on(),
                Level.of(1),
                new TreeMap<>(Map.of("availability", "integrity")),
                new Redundancy("cluster", 1)));
  }

  @Test
  void the_slower_of_two_sees_that_it_has_changed() {
    Dependency before = any();
    String path = "/dependencies/" + before.from() + "/" + before.on();
    String seen = tag(path);
    people.officer().post(path, "tag", seen, "strength", "1");

    assertThat(officer.post(path, "tag", seen, "strength", "2").statusCode()).isEqualTo(409);
  }

  @Test
  void it_goes_and_is_no_more() {
    Dependency before = any();
    String path = "/dependencies/" + before.from() + "/" + before.on();

    officer.post(path + "/remove", "tag", tag(path));

    assertThat(between(before.from(), before.on())).isEmpty();
    assertThat(officer.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void nonsense_is_told_and_changes_nothing() {
    Dependency before = any();
    String path = "/dependencies/" + before.from() + "/" + before.on();
    for (List<String> wrong :
        List.of(
            List.of("strength", "99"),
            List.of("strength", "x"),
            List.of("carries", "own", "pair.availability", "nonsense"),
            List.of("group", "a b"),
            List.of("group", "g", "needs", "0"))) {
      List<String> fields = new ArrayList<>(List.of("tag", tag(path)));
      fields.addAll(wrong);
      assertThat(officer.post(path, fields.toArray(String[]::new)).statusCode())
          .as(wrong.toString())
          .isEqualTo(422);
    }
    assertThat(between(before.from(), before.on())).contains(before);
  }

  @Test
  void a_unit_head_changes_no_dependency_of_another_unit() {
    Dependency before =
        model().dependencies().stream()
            .filter(
                d ->
                    model().assets().stream()
                        .anyMatch(a -> a.id().equals(d.from()) && a.unit() != null))
            .findFirst()
            .orElseThrow();
    String unit =
        model().assets().stream()
            .filter(a -> a.id().equals(before.from()))
            .findFirst()
            .orElseThrow()
            .unit();
    String another =
        model().units().stream()
            .map(u -> u.id())
            .filter(u -> !u.equals(unit))
            .findFirst()
            .orElseThrow();
    Visitor head = people.signedIn(people.person(Role.UNIT_HEAD, another));
    String path = "/dependencies/" + before.from() + "/" + before.on();

    assertThat(head.post(path + "/remove", "tag", tag(path)).statusCode()).isEqualTo(403);
    assertThat(head.get(path).body()).doesNotContain("name=\"strength\"");
  }
}
