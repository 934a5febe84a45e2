package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** A cell of the matrix is saved alone, and says what that moved. */
class MatrixCellTest {
  private static final Pattern CELL =
      Pattern.compile("name=\"tag\\|([^|\"]+)\\|([^|\"]+)\" value=\"none\"");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();
  private final Link link = free();

  /** A link that nobody has judged. */
  private Link free() {
    Matcher matcher = CELL.matcher(officer.get("/impacts?q=claim").body());
    assertThat(matcher.find()).isTrue();
    return new Link(matcher.group(1), matcher.group(2));
  }

  private String name(String kind) {
    return kind + "|" + link.from() + "|" + link.to();
  }

  private List<Judgement> judgements() {
    return server.part(Models.class).of(people.tenant()).read(model -> model.judgements(link));
  }

  @Test
  void it_is_saved_and_says_what_moved_beside_the_matrix() {
    var answer =
        officer.post(
            "/impacts/cell", name("level"), "3", name("tag"), "none", name("label"), "Mine");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("<td")
        .contains("id=\"moved\"")
        .contains("hx-swap-oob=\"true\"")
        .contains("aria-label=\"Mine\"")
        .contains("Saved.")
        .contains("<option value=\"3\" selected>");
    assertThat(judgements()).anySatisfy(j -> assertThat(j.level().number()).isEqualTo(3));
  }

  @Test
  void whoever_was_slower_sees_the_others_level_in_the_cell_and_may_choose_again() {
    officer.post("/impacts/cell", name("level"), "3", name("tag"), "none");

    var answer = officer.post("/impacts/cell", name("level"), "1", name("tag"), "none");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Somebody was faster")
        .contains("<option value=\"3\" selected>");
    Matcher tag =
        Pattern.compile("name=\"tag\\|[^\"]*\" value=\"([^\"]*)\"").matcher(answer.body());
    assertThat(tag.find()).isTrue();

    officer.post("/impacts/cell", name("level"), "1", name("tag"), tag.group(1));

    assertThat(judgements()).anySatisfy(j -> assertThat(j.level().number()).isEqualTo(1));
  }

  @Test
  void a_contributor_of_another_unit_is_told_that_it_is_not_theirs_to_say() {
    String unit =
        server
            .part(Models.class)
            .of(people.tenant())
            .read(
                model -> {
                  String asset = link.from().substring(0, link.from().indexOf('/'));
                  String own = Objects.requireNonNull(model.asset(asset)).unit();
                  return model.units().stream()
                      .map(u -> u.id())
                      .filter(id -> !id.equals(own))
                      .findFirst()
                      .orElseThrow();
                });
    Visitor other = people.signedIn(people.person(Role.CONTRIBUTOR, unit));

    var answer = other.post("/impacts/cell", name("level"), "3", name("tag"), "none");

    assertThat(answer.body()).contains("for another unit to say");
    assertThat(judgements()).isEmpty();
  }

  @Test
  void what_is_no_cell_is_told() {
    assertThat(officer.post("/impacts/cell", "level", "3").statusCode()).isEqualTo(422);
    assertThat(officer.post("/impacts/cell", name("level"), "x", name("tag"), "none").statusCode())
        .isEqualTo(422);
  }
}
