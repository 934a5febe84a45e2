package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** Many assets change at once: first what would happen, then one action that can be taken back. */
class ManyAssetsTest {
  private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]*)\"");
  private static final Pattern ACTION = Pattern.compile("/history/([0-9a-f-]{36})");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();

  private Workspace model() {
    return server.part(Models.class).of(people.tenant()).read(Snapshot::workspace);
  }

  private static String tag(String page) {
    Matcher matcher = TAG.matcher(page);
    assertThat(matcher.find()).as("a tag").isTrue();
    return matcher.group(1);
  }

  private List<String> technical() {
    return model().assets().stream()
        .filter(asset -> asset.kind() == AssetKind.TECHNICAL)
        .map(Asset::id)
        .toList();
  }

  @Test
  void nothing_happens_before_it_is_confirmed() {
    Workspace before = model();

    var preview =
        officer.post(
            "/assets/bulk", "matching", "true", "query", "kind=TECHNICAL", "kind", "SERVICE");

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains(technical().size() + " of " + technical().size() + " assets");
    assertThat(model()).isEqualTo(before);
  }

  @Test
  void all_that_match_change_as_one_action_that_can_be_taken_back() {
    Workspace before = model();
    List<String> ids = technical();
    String[] asked = {"matching", "true", "query", "kind=TECHNICAL", "drop", "confidentiality"};
    String tag = tag(officer.post("/assets/bulk", asked).body());

    var done = officer.post("/assets/bulk/do", with(asked, "tag", tag));

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(model().assets().stream().filter(a -> ids.contains(a.id())))
        .isNotEmpty()
        .noneMatch(asset -> asset.properties().contains("confidentiality"));

    Matcher action = ACTION.matcher(officer.get("/history").body());
    assertThat(action.find()).isTrue();
    officer.post("/history/" + action.group(1) + "/undo");

    assertThat(WorkspaceDiff.between(before, model())).isEmpty();
  }

  @Test
  void assets_go_with_all_that_hangs_on_them_and_come_back_whole() {
    Workspace before = model();
    List<String> ids = technical().subList(0, 5);
    String[] asked = {
      "ids", ids.get(0), "ids", ids.get(1), "ids", ids.get(2), "ids", ids.get(3), "remove", "true"
    };
    String tag = tag(officer.post("/assets/bulk", asked).body());

    assertThat(officer.post("/assets/bulk/do", with(asked, "tag", tag)).statusCode())
        .isEqualTo(303);

    Workspace after = model();
    assertThat(after.assets()).hasSize(before.assets().size() - 4);
    assertThat(after.dependencies())
        .noneMatch(d -> ids.subList(0, 4).contains(d.from()) || ids.subList(0, 4).contains(d.on()));
    assertThat(after.assets()).anyMatch(asset -> asset.id().equals(ids.get(4)));

    Matcher action = ACTION.matcher(officer.get("/history").body());
    assertThat(action.find()).isTrue();
    officer.post("/history/" + action.group(1) + "/undo");

    assertThat(WorkspaceDiff.between(before, model())).isEmpty();
  }

  @Test
  void whoever_confirms_what_others_have_changed_meanwhile_sees_it_anew() {
    String id = technical().getFirst();
    String[] asked = {"ids", id, "kind", "SERVICE"};
    String tag = tag(officer.post("/assets/bulk", asked).body());
    String seen = tag(people.officer().get("/assets/" + id).body());
    people.officer().post("/assets/" + id, "name", "Theirs", "kind", "TECHNICAL", "tag", seen);

    var answer = officer.post("/assets/bulk/do", with(asked, "tag", tag));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("meanwhile").contains("Theirs");
    assertThat(technical()).contains(id);
  }

  @Test
  void a_unit_head_does_not_change_many_at_once() {
    Visitor head = people.signedIn(people.person(Role.UNIT_HEAD, model().units().getFirst().id()));

    assertThat(head.post("/assets/bulk", "matching", "true", "remove", "true").statusCode())
        .isEqualTo(403);
    assertThat(head.get("/assets?page=1").body()).doesNotContain("selected-assets");
  }

  private static String[] with(String[] fields, String name, String value) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = name;
    all[fields.length + 1] = value;
    return all;
  }
}
