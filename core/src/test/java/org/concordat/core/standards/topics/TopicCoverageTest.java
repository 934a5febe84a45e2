package org.concordat.core.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.core.standards.Operation.NO;
import static org.concordat.core.standards.Operation.PARTLY;
import static org.concordat.core.standards.Operation.YES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.topics.Merger.Share;
import org.concordat.core.standards.topics.TopicStanding.Basis;
import org.concordat.core.standards.topics.TopicTable.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Topics count in all standards that they name.
 *
 * <pre>
 *  left    topic     right
 *  L1 ──── plan ──── R1 (plan)
 *  L1 ┐
 *  L2 ┴─── run ───── R2 (do)
 *  L2 ──── check ┬── R2
 *                └── R3 (check)
 *  L* ──── review ── R3            of all of left: L1, L2, L3
 * </pre>
 */
class TopicCoverageTest {
  private static final Catalogue LEFT =
      new Catalogue(
          "left",
          "Left",
          List.of(
              new Control("L", "All", null, null, true, false),
              new Control("L1", "One", "L"),
              new Control("L2", "Two", "L"),
              new Control("L2.a", "Two a", "L2"),
              new Control("L3", "Three", "L"),
              new Control("L4", "Four", "L")));
  private static final Catalogue RIGHT =
      new Catalogue(
          "right",
          "Right",
          List.of(
              new Control("R1", "Plan", null),
              new Control("R2", "Do", null),
              new Control("R3", "Check", null),
              new Control("R4", "Lonely", null)));
  private static final List<Catalogue> CATALOGUES = List.of(LEFT, RIGHT);

  private static final TopicTable TABLE =
      new TopicTable(
          "left-right",
          "Left and right",
          List.of("left", "right"),
          null,
          null,
          null,
          Map.of(
              new ControlRef("right", "R1"),
              Phase.PLAN,
              new ControlRef("right", "R2"),
              Phase.DO,
              new ControlRef("right", "R3"),
              Phase.CHECK),
          List.of(
              new Group("1", "Working", null, true),
              new Group("2", "Looking back", null, true),
              new Group("3", "Four", new ControlRef("left", "L4"), false)),
          List.of(
              topic("plan", "1", List.of("L1"), List.of("R1")),
              topic("run", "1", List.of("L1", "L2"), List.of("R2")),
              topic("check", "2", List.of("L2"), List.of("R2", "R3")),
              new Topic(
                  "review",
                  "Review",
                  "2",
                  Map.of("left", List.of("L1", "L2", "L3"), "right", List.of("R3")),
                  Set.of("left"))));

  private static Topic topic(String id, String group, List<String> left, List<String> right) {
    return new Topic(id, "Topic " + id, group, Map.of("left", left, "right", right));
  }

  private static TopicCoverage coverage(Statuses statuses) {
    return TopicCoverage.of(TABLE, CATALOGUES, statuses);
  }

  private static TopicCoverage left(Map<String, Operation> said) {
    return coverage(Statuses.of("left", said));
  }

  private static Degree topic(TopicCoverage coverage, String id) {
    return coverage.topic(TABLE.topic(id).orElseThrow()).standing();
  }

  private static SectionStanding section(TopicCoverage coverage, String catalogue, String id) {
    return coverage.sections(catalogue).stream()
        .filter(s -> s.section().control().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_topic_is_covered_when_all_sections_of_one_side_that_it_names_are_in_operation() {
    TopicCoverage coverage = left(Map.of("L1", YES));

    assertThat(topic(coverage, "plan")).isEqualTo(Degree.COVERED);
    assertThat(topic(coverage, "run")).isEqualTo(Degree.PARTLY);
    assertThat(topic(coverage, "check")).isEqualTo(Degree.OPEN);
  }

  @Test
  void a_section_is_covered_when_all_topics_that_name_it_are() {
    TopicCoverage coverage = left(Map.of("L1", YES));

    assertThat(section(coverage, "right", "R1").standing()).isEqualTo(Degree.COVERED);
    assertThat(section(left(Map.of("L1", YES, "L2", YES)), "right", "R2").standing())
        .isEqualTo(Degree.COVERED);
  }

  @Test
  void a_section_is_partly_covered_when_some_topics_that_name_it_are() {
    SectionStanding section = section(left(Map.of("L2", YES)), "right", "R2");

    assertThat(section.standing()).isEqualTo(Degree.PARTLY);
    assertThat(section.left()).extracting(t -> t.topic().id()).containsExactly("run");
  }

  @Test
  void a_section_is_possibly_covered_when_topics_that_name_it_are_only_begun() {
    assertThat(section(left(Map.of("L1", PARTLY)), "right", "R1").standing())
        .isEqualTo(Degree.POSSIBLY);
    assertThat(section(left(Map.of("L3", YES)), "right", "R1").standing()).isEqualTo(Degree.OPEN);
  }

  @Test
  void what_is_said_of_a_topic_counts_before_its_sections() {
    TopicCoverage coverage =
        coverage(new Statuses(Map.of("left", Map.of("L1", YES)), Map.of("plan", NO, "check", YES)));

    assertThat(topic(coverage, "plan")).isEqualTo(Degree.OPEN);
    assertThat(topic(coverage, "check")).isEqualTo(Degree.COVERED);
  }

  @Test
  void either_side_covers_a_topic_of_an_organisation_that_runs_both() {
    TopicCoverage coverage =
        coverage(
            new Statuses(Map.of("left", Map.of("L2", YES), "right", Map.of("R1", YES)), Map.of()));

    assertThat(topic(coverage, "plan")).isEqualTo(Degree.COVERED);
    assertThat(topic(coverage, "check")).isEqualTo(Degree.COVERED);
    assertThat(section(coverage, "left", "L1").standing()).isEqualTo(Degree.PARTLY);
  }

  @Test
  void a_topic_of_a_whole_catalogue_never_covers_a_section_by_itself() {
    TopicCoverage coverage = coverage(Statuses.of("right", Map.of("R3", YES)));

    assertThat(topic(coverage, "review")).isEqualTo(Degree.COVERED);
    assertThat(section(coverage, "left", "L3").standing()).isEqualTo(Degree.PARTLY);
  }

  @Test
  void a_group_without_counterpart_stays_open() {
    TopicCoverage coverage =
        coverage(Statuses.of("right", Map.of("R1", YES, "R2", YES, "R3", YES)));

    assertThat(coverage.groups())
        .extracting(GroupStanding::standing)
        .containsExactly(Degree.COVERED, Degree.COVERED, Degree.OPEN);
  }

  @Test
  void every_standing_tells_what_it_follows_from() {
    TopicStanding run = left(Map.of("L", YES)).topic(TABLE.topic("run").orElseThrow());

    assertThat(run.bases())
        .containsExactly(
            new Basis.Sections(
                "left",
                Degree.COVERED,
                List.of(
                    new Basis.Section(new ControlRef("left", "L1"), YES, List.of("L")),
                    new Basis.Section(new ControlRef("left", "L2"), YES, List.of("L")))));
  }

  @Test
  void what_no_topic_has_to_do_with_is_work_of_its_own() {
    assertThat(coverage(Statuses.NONE).outside("left"))
        .containsExactly(new ControlRef("left", "L3"), new ControlRef("left", "L4"));
    assertThat(coverage(Statuses.NONE).outside("right"))
        .containsExactly(new ControlRef("right", "R4"));
  }

  @Test
  void each_piece_of_joint_work_stands_once_under_its_earliest_phase() {
    JointWork work = JointWork.of(left(Map.of("L1", YES)));

    assertThat(work.in(Phase.DO)).extracting(i -> i.topic().topic().id()).contains("run", "check");
    assertThat(work.in(Phase.CHECK)).extracting(i -> i.topic().topic().id()).contains("review");
    assertThat(work.items()).hasSize(4);
    assertThat(work.left()).extracting(i -> i.topic().topic().id()).doesNotContain("plan");
    assertThat(work.items().get(2).serves())
        .containsExactlyInAnyOrder(
            new ControlRef("left", "L2"),
            new ControlRef("right", "R2"),
            new ControlRef("right", "R3"));
    assertThat(work.saved()).isEqualTo(4);
  }

  @Test
  void merged_organisations_have_double_work_and_gaps() {
    Merger merger =
        Merger.of(
            TABLE,
            CATALOGUES,
            Statuses.of("left", Map.of("L1", YES)),
            Statuses.of("right", Map.of("R1", YES, "R2", YES)));

    assertThat(merger.with(Share.BOTH)).extracting(t -> t.topic().id()).containsExactly("plan");
    assertThat(merger.with(Share.ONLY_B)).extracting(t -> t.topic().id()).containsExactly("run");
    assertThat(merger.with(Share.NEITHER))
        .extracting(t -> t.topic().id())
        .containsExactly("check", "review");
    assertThat(section(merger.together(), "left", "L1").standing()).isEqualTo(Degree.COVERED);
  }

  @Test
  void a_whole_in_operation_without_its_part_is_a_clash() {
    assertThat(InOperation.clashes(LEFT, Map.of("L2", YES, "L2.a", NO)))
        .extracting(InOperation.Clash::toString)
        .containsExactly(
            "L2 is said to be in operation, but its part L2.a is said to be not in operation");
    assertThatThrownBy(() -> left(Map.of("L2", YES, "L2.a", NO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parts_make_a_whole_only_when_they_are_all_of_it() {
    InOperation parts = InOperation.of(LEFT, Map.of("L2.a", YES));
    InOperation all = InOperation.of(LEFT, Map.of("L1", YES, "L2", YES, "L3", YES, "L4", YES));

    assertThat(parts.of("L2")).isEqualTo(PARTLY);
    assertThat(parts.because("L2")).containsExactly("L2.a");
    assertThat(parts.of("L")).isEqualTo(PARTLY);
    assertThat(all.of("L")).isEqualTo(YES);
    assertThat(all.of("L2.a")).isEqualTo(YES);
    assertThat(all.because("L2.a")).containsExactly("L2");
  }

  /** The rules of the topics word by word, without regard for wholes, phases and reasons. */
  private record Oracle(TopicTable table, Statuses statuses) {
    boolean isAddressed(Topic topic) {
      for (String side : table.catalogues()) {
        if (!statuses.of(side).isEmpty()
            && topic.sections(side).stream().allMatch(s -> statuses.of(side).get(s) == YES)) {
          return true;
        }
      }
      return false;
    }

    Degree of(String side, String section) {
      List<Topic> naming =
          table.topics().stream().filter(t -> t.sections(side).contains(section)).toList();
      long addressed = naming.stream().filter(this::isAddressed).count();
      return addressed == naming.size()
          ? Degree.COVERED
          : addressed > 0 ? Degree.PARTLY : Degree.OPEN;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_tables_agree_with_the_rules_word_by_word(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      TopicTable table = randomTable(random);
      List<Catalogue> catalogues = List.of(flat("a", 8), flat("b", 8));
      Map<String, Operation> said = new LinkedHashMap<>();
      for (Control control : catalogues.getFirst().controls()) {
        said.put(control.id(), List.of(YES, PARTLY, NO).get(random.nextInt(3)));
      }
      Statuses statuses = Statuses.of("a", said);
      TopicCoverage coverage = TopicCoverage.of(table, catalogues, statuses);
      Oracle oracle = new Oracle(table, statuses);
      for (SectionStanding section : coverage.sections("b")) {
        Degree expected = oracle.of("b", section.section().control());
        Degree found = section.standing() == Degree.POSSIBLY ? Degree.OPEN : section.standing();
        assertThat(found)
            .as("seed %d round %d section %s", seed, round, section.section())
            .isEqualTo(expected);
      }
      for (TopicStanding topic : coverage.topics()) {
        assertThat(topic.standing() == Degree.COVERED)
            .as("seed %d round %d topic %s", seed, round, topic.topic().id())
            .isEqualTo(oracle.isAddressed(topic.topic()));
      }
    }
  }

  private static Catalogue flat(String id, int size) {
    List<Control> controls = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      controls.add(new Control(id + i, "Control " + i, null));
    }
    return new Catalogue(id, id, controls);
  }

  private static TopicTable randomTable(Random random) {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(10); i++) {
      Map<String, List<String>> sections = new LinkedHashMap<>();
      for (String side : List.of("a", "b")) {
        List<String> named = new ArrayList<>();
        for (int j = 0; j < 8; j++) {
          if (random.nextInt(4) == 0 || (j == 7 && named.isEmpty())) {
            named.add(side + j);
          }
        }
        sections.put(side, named);
      }
      topics.add(new Topic("t" + i, "Topic", "g", sections));
    }
    return new TopicTable(
        "random",
        "Random",
        List.of("a", "b"),
        null,
        null,
        null,
        Map.of(),
        List.of(new Group("g", "Group", null, true)),
        topics);
  }
}
