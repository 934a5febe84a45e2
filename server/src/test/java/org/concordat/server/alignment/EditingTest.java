package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

class EditingTest {
  private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]+)\"");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();

  private Workspace model() {
    return server.part(Models.class).of(people.tenant()).read(Snapshot::workspace);
  }

  private static String tag(String page) {
    Matcher matcher = TAG.matcher(page.substring(page.lastIndexOf("name=\"tag\"")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private Asset first() {
    return model().assets().getFirst();
  }

  @Test
  void a_form_changes_what_it_shows() {
    String path = "/assets/" + first().id();

    var answer =
        officer.post(
            path, "name", "Renamed", "kind", "SERVICE", "tag", tag(officer.get(path).body()));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(first().name()).isEqualTo("Renamed");
  }

  @Test
  void the_slower_of_two_sees_both_versions_and_loses_nothing() {
    String path = "/assets/" + first().id();
    Visitor other = people.officer();
    String seen = tag(officer.get(path).body());
    other.post(path, "name", "Theirs", "kind", "SERVICE", "tag", seen);

    var conflict = officer.post(path, "name", "Mine", "kind", "SERVICE", "tag", seen);

    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).contains("Theirs").contains("Mine");
    assertThat(first().name()).isEqualTo("Theirs");

    officer.post(path, "name", "Mine", "kind", "SERVICE", "tag", tag(conflict.body()));

    assertThat(first().name()).isEqualTo("Mine");
  }

  @Test
  void entries_of_another_organisation_are_not_there() {
    People others = new People(server, Workspace.empty(new Organisation("other", "Other", null)));
    Visitor stranger = others.officer();
    Asset asset = first();

    assertThat(stranger.get("/assets/" + asset.id()).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/priorities/" + asset.id() + "/integrity").statusCode())
        .isEqualTo(404);
    assertThat(stranger.get("/vision/" + model().units().getFirst().id()).statusCode())
        .isEqualTo(404);
    assertThat(stranger.post("/assets/" + asset.id() + "/remove", "tag", "*").statusCode())
        .isNotEqualTo(500);
    assertThat(first()).isEqualTo(asset);
    assertThat(stranger.get("/export/workspace.yaml").body()).doesNotContain(asset.id());
  }

  @Test
  void a_filter_that_leaves_nothing_of_a_matrix_says_so_and_stays_open() {
    assertThat(officer.get("/impacts?q=zebra").body())
        .contains("Nothing found", "value=\"zebra\"")
        .doesNotContain("Nothing to judge yet");
  }

  @Test
  void units_without_a_goal_stand_apart_from_those_that_want_something() {
    officer.post("/vision", "name", "Silent unit");

    String visions = officer.get("/vision").body();

    assertThat(visions.indexOf("Silent unit")).isGreaterThan(visions.indexOf("No goals yet"));
    assertThat(visions.indexOf("No goals yet"))
        .isGreaterThan(visions.indexOf(model().units().getFirst().name()));
  }

  @Test
  void a_unit_head_changes_her_unit_and_no_other() {
    String hers = model().units().get(0).id();
    String another = model().units().get(1).id();
    Visitor head = people.signedIn(people.person(Role.UNIT_HEAD, hers));

    int own =
        head.post("/vision/" + hers + "/goals", "name", "Grow", "importance", "2").statusCode();
    int other =
        head.post("/vision/" + another + "/goals", "name", "Shrink", "importance", "2")
            .statusCode();

    assertThat(own).isEqualTo(303);
    assertThat(other).isEqualTo(403);
  }

  @Test
  void what_is_exported_is_the_workspace() throws Exception {
    String yaml = officer.get("/export/workspace.yaml").body();

    Workspace read = WorkspaceFiles.parse("workspace.yaml", yaml).workspace();

    assertThat(WorkspaceDiff.between(model(), read)).isEmpty();
  }

  @Test
  void hostile_text_is_shown_as_text() {
    officer.post(
        "/assets", "name", "<script>alert(1)</script>", "kind", "TECHNICAL", "id", "hostile");

    assertThat(officer.get("/assets/hostile").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void what_no_entry_can_be_is_told() {
    for (List<String> wrong :
        List.of(
            List.of("name", "", "kind", "TECHNICAL"),
            List.of("name", "X", "kind", "TECHNICAL", "id", "a b"),
            List.of("name", "X", "kind", "TECHNICAL", "unit", "nowhere"),
            List.of("name", "X\0Y", "kind", "TECHNICAL"))) {
      var answer = officer.post("/assets", wrong.toArray(String[]::new));
      assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
    }
    assertThat(officer.post("/assets", "name", "X", "kind", "DRAGON").statusCode()).isEqualTo(400);
  }
}
