package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** The settings, and what another way of reckoning would do before it does it. */
class SettingsTest {
  private static final Pattern RECKONING =
      Pattern.compile("(?s)action=\"/settings/reckoning\">.*?name=\"tag\" value=\"([^\"]*)\"");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();

  private Workspace model() {
    return server.part(Models.class).of(people.tenant()).read(Snapshot::workspace);
  }

  /** The form as it stands, with some fields in place of or beside it. */
  private String[] form(List<String> levels, String along, String... more) {
    Matcher tag = RECKONING.matcher(officer.get("/settings").body());
    assertThat(tag.find()).isTrue();
    List<String> fields = new ArrayList<>(List.of("tag", tag.group(1), "along", along));
    levels.forEach(level -> fields.addAll(List.of("levels", level)));
    fields.addAll(List.of("across", "maximum", "cumulation", ""));
    fields.addAll(Arrays.asList(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void what_would_move_is_shown_before_anything_does() {
    Workspace before = model();
    String[] form = form(before.scale().names(), "matrix", "cell.3.3", "2");

    var preview = officer.post("/settings/reckoning", form);

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("What would move").contains("Let it hold");
    assertThat(model()).isEqualTo(before);

    assertThat(officer.post("/settings/reckoning/do", form).statusCode()).isEqualTo(303);
    assertThat(model().combination().along()).isInstanceOf(Along.Matrix.class);
  }

  @Test
  void what_does_not_go_together_is_told_before_it_is_done() {
    var preview = officer.post("/settings/reckoning", form(model().scale().names(), "product"));

    assertThat(preview.statusCode()).isEqualTo(422);
    assertThat(preview.body()).contains("does not go together").doesNotContain("Let it hold");
  }

  @Test
  void with_more_levels_everything_said_moves_to_the_level_that_was_chosen() {
    Workspace before = model();
    List<String> levels = List.of("tiny", "small", "middling", "large", "huge");
    String[] form = form(levels, "weakest_link", "map.1", "1", "map.2", "4");

    var preview = officer.post("/settings/reckoning", form);

    assertThat(preview.body()).contains("What becomes of what was said");
    assertThat(officer.post("/settings/reckoning/do", form).statusCode()).isEqualTo(303);

    Workspace after = model();
    assertThat(after.scale()).isEqualTo(new ImpactScale(levels));
    List<Rescaling.Uses> was = Rescaling.uses(before);
    List<Rescaling.Uses> is = Rescaling.uses(after);
    assertThat(is.get(0).judgements()).isEqualTo(was.get(0).judgements());
    assertThat(is.get(3).judgements()).isEqualTo(was.get(1).judgements());
    assertThat(is.get(4).judgements()).isEqualTo(was.get(2).judgements());
  }

  @Test
  void a_cell_that_breaks_the_rules_of_a_table_is_shown_in_its_place() {
    String[] form = form(model().scale().names(), "matrix", "cell.1.3", "3");

    var preview = officer.post("/settings/reckoning", form);

    assertThat(preview.statusCode()).isEqualTo(422);
    assertThat(preview.body())
        .containsPattern("name=\"cell\\.1\\.3\"[^>]*aria-invalid=\"true\"")
        .contains("exceeds its own row")
        .doesNotContain("Let it hold");
    assertThat(officer.post("/settings/reckoning/do", form).statusCode()).isEqualTo(422);
  }

  @Test
  void an_own_table_holds_as_it_was_filled_in() {
    String[] form = form(model().scale().names(), "matrix", "cell.2.2", "1", "cell.2.3", "1");

    assertThat(officer.post("/settings/reckoning/do", form).statusCode()).isEqualTo(303);

    assertThat(model().combination().along())
        .isInstanceOfSatisfying(
            Along.Matrix.class,
            matrix ->
                assertThat(matrix.rows().get(1))
                    .containsExactly(Level.of(1), Level.of(1), Level.of(1)));
  }

  @Test
  void what_is_no_scale_is_told_with_the_form_as_it_was() {
    for (List<String> levels :
        List.of(List.of("one"), List.of("same", "same"), List.of("none", "some"))) {
      var preview = officer.post("/settings/reckoning", form(levels, "weakest_link"));

      assertThat(preview.statusCode()).as(levels.toString()).isEqualTo(422);
      assertThat(preview.body()).contains("value=\"" + levels.getLast() + "\"");
    }
  }

  @Test
  void the_slower_of_two_does_not_overwrite_the_others_reckoning() {
    String[] mine = form(model().scale().names(), "product");
    String[] theirs = form(model().scale().names(), "weakest_link", "cumulation", "");
    theirs[3] = "matrix";
    people.officer().post("/settings/reckoning/do", theirs);

    assertThat(officer.post("/settings/reckoning/do", mine).statusCode()).isEqualTo(409);
    assertThat(model().combination().along()).isInstanceOf(Along.Matrix.class);
  }

  @Test
  void own_properties_come_change_and_go() {
    officer.post("/settings/properties", "name", "Traceability", "description", "Who did it");
    assertThat(model().properties())
        .anySatisfy(property -> assertThat(property.name()).isEqualTo("Traceability"));

    officer.post("/settings/properties/traceability/remove", "tag", "*");

    assertThat(model().properties()).noneMatch(p -> p.id().equals("traceability"));
  }

  @Test
  void an_auditor_reads_the_settings_and_has_nothing_to_change_them_with() {
    String page = people.signedIn(people.person(Role.AUDITOR)).get("/settings").body();

    assertThat(page).contains("Along a path").doesNotContain("/settings/reckoning");
  }
}
