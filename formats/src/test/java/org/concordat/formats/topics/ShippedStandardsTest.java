package org.concordat.formats.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.topics.Phase;
import org.concordat.core.standards.topics.Topic;
import org.concordat.core.standards.topics.TopicTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships holds what its sources hold, and agrees with itself. */
class ShippedStandardsTest {
  private static final Path CONTENT = Path.of("../content");

  private static Catalogue catalogue(String id) {
    return ShippedStandards.library().catalogue(id).orElseThrow();
  }

  private static Crosswalk crosswalk(String id) {
    return ShippedStandards.library().crosswalks().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static long count(String catalogue, String pattern) {
    return catalogue(catalogue).controls().stream()
        .filter(c -> !c.withdrawn() && c.id().matches(pattern))
        .count();
  }

  /** The numbers are those that the sources state of themselves. */
  @ParameterizedTest
  @CsvSource({
    "iso27001-2005, [0-9], 5",
    "iso27001-2005, '[0-9].*', 25",
    "iso27001-2005, 'A\\.[0-9]+', 11",
    "iso27001-2005, 'A\\.[0-9]+\\.[0-9]+', 39",
    "iso27001-2005, 'A\\.[0-9]+\\.[0-9]+\\.[0-9]+', 133",
    "iso27001-2013, '[0-9]+', 7",
    "iso27001-2013, '[0-9].*', 35",
    "iso27001-2013, 'A\\.[0-9]+', 14",
    "iso27001-2013, 'A\\.[0-9]+\\.[0-9]+', 35",
    "iso27001-2013, 'A\\.[0-9]+\\.[0-9]+\\.[0-9]+', 114",
    "iso27001-2022, '[0-9]+', 7",
    "iso27001-2022, '[0-9].*', 41",
    "iso27001-2022, 'A\\.[0-9]+', 4",
    "iso27001-2022, 'A\\.5\\..*', 37",
    "iso27001-2022, 'A\\.6\\..*', 8",
    "iso27001-2022, 'A\\.7\\..*', 14",
    "iso27001-2022, 'A\\.8\\..*', 34",
    "itil-v3, '[A-Z]+', 5",
    "itil-v3, '[A-Z]+\\.[A-Z]{3,5}', 26",
    "itil-v3, 'SO\\.F\\..*', 4",
    "itil-2011, '[A-Z]+\\.[A-Z]{3,5}', 26",
    "itil-4, '[A-Z]+', 3",
    "itil-4, 'GEN-.*', 14",
    "itil-4, 'SVC-.*', 17",
    "itil-4, 'TEC-.*', 3",
    "csf-2.0, '[A-Z]+', 6",
    "csf-2.0, '[A-Z]+\\.[A-Z]+', 22",
    "csf-2.0, '.*-.*', 106",
    "csf-1.1, '[A-Z]+', 5",
    "csf-1.1, '[A-Z]+\\.[A-Z]+', 23",
    "csf-1.1, '.*-.*', 108",
    "sp800-53-r5, '[A-Z]+', 20",
    "sp800-53-r5, '[^(]+-[0-9]+', 299",
    "sp800-53-r5, '.*\\(.*', 709"
  })
  void catalogues_have_as_many_entries_as_their_sources_state(
      String catalogue, String pattern, long expected) {
    assertThat(count(catalogue, pattern)).isEqualTo(expected);
  }

  @Test
  void every_file_is_read_and_named() throws IOException {
    assertThat(files("catalogues"))
        .containsExactlyInAnyOrderElementsOf(ShippedStandards.CATALOGUES);
    assertThat(files("crosswalks"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    ShippedStandards.CROSSWALKS.stream(), ShippedStandards.TOPIC_TABLES.stream())
                .toList());
    String readme = Files.readString(CONTENT.resolve("README.md"));
    for (String folder : List.of("catalogues", "crosswalks")) {
      assertThat(files(folder)).allMatch(f -> readme.contains("`" + folder + "/" + f + ".yaml`"));
    }
  }

  private static List<String> files(String folder) throws IOException {
    Path root = CONTENT.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(f -> root.relativize(f).toString())
          .filter(f -> f.endsWith(".yaml"))
          .map(f -> f.substring(0, f.length() - ".yaml".length()))
          .toList();
    }
  }

  @Test
  void everything_states_where_it_comes_from_and_under_which_licence() {
    for (Catalogue catalogue : ShippedStandards.library().catalogues()) {
      assertThat(catalogue.source()).as(catalogue.id()).isNotBlank();
      assertThat(catalogue.licence()).as(catalogue.id()).isNotBlank();
      assertThat(catalogue.version()).as(catalogue.id()).isNotBlank();
    }
    for (Crosswalk crosswalk : ShippedStandards.library().crosswalks()) {
      assertThat(crosswalk.publisher()).as(crosswalk.id()).isNotBlank();
      assertThat(crosswalk.licence()).as(crosswalk.id()).isNotBlank();
      assertThat(crosswalk.version()).as(crosswalk.id()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso27001-2005", "iso27001-2013", "iso27001-2022", "itil-v3", "itil-4"})
  void iso_and_itil_are_named_by_id_and_short_title_only(String catalogue) {
    assertThat(catalogue(catalogue).controls())
        .allSatisfy(
            c -> {
              assertThat(c.text()).isNull();
              assertThat(c.title()).hasSizeLessThan(120);
            });
  }

  @Test
  void ids_of_nist_are_found_in_every_spelling() {
    Catalogue nist = catalogue("sp800-53-r5");

    assertThat(nist.find("AC-02").orElseThrow().id()).isEqualTo("AC-2");
    assertThat(nist.find("ac-2").orElseThrow().title()).isEqualTo("Account Management");
    assertThat(nist.find("AC-2 (10)").orElseThrow().withdrawn()).isTrue();
    assertThat(nist.find("ac-2.10").orElseThrow().text())
        .isEqualTo("Withdrawn: incorporated into AC-2.");
    assertThat(nist.find("AC-1").orElseThrow().text())
        .startsWith("a. Develop, document, and disseminate to [Assignment:")
        .doesNotContain("{{");
  }

  /** An enhancement adds to its base control: who runs the one need not run the other. */
  @Test
  void an_enhancement_is_no_part_of_its_base_control() {
    assertThat(catalogue("sp800-53-r5").find("AC-2(1)").orElseThrow().parent()).isEqualTo("AC");
  }

  @Test
  void the_cross_reference_has_its_fifty_topics() {
    TopicTable table = ShippedStandards.topicTable("iso27001-2005", "itil-v3").orElseThrow();

    assertThat(table.topics()).hasSize(50);
    assertThat(table.groups()).hasSize(23);
    assertThat(table.groups().stream().filter(g -> !g.hasCounterpart()))
        .extracting(TopicTable.Group::title)
        .containsExactly("Demand management", "Financial management");
    assertThat(table.topics())
        .allSatisfy(
            t -> {
              assertThat(t.sections("itil-v3")).isNotEmpty();
              assertThat(t.sections("iso27001-2005")).isNotEmpty();
              assertThat(table.phases(t)).isNotEmpty();
            });
    Topic actions = table.topic("5.3").orElseThrow();
    assertThat(actions.sections("iso27001-2005")).containsExactly("4.2.3", "4.2.4", "8");
    assertThat(table.phases(actions)).containsExactly(Phase.CHECK, Phase.ACT);
    Topic review = table.topic("5.1").orElseThrow();
    assertThat(review.ofAll()).containsExactly("itil-v3");
    assertThat(review.sections("itil-v3")).hasSize(26);
    assertThat(table.topic("2.5.3").orElseThrow().sections("itil-v3"))
        .containsExactly("SD-4.5.5.2/stage-3");
  }

  @Test
  void nothing_that_ships_contradicts_anything_else() {
    assertThat(Inference.of(ShippedStandards.library()).contradictions()).isEmpty();
  }

  @Test
  void every_control_of_annex_a_and_every_practice_is_considered() {
    Crosswalk own = crosswalk("iso27001-2022-itil-4");
    Set<String> considered = new HashSet<>(considered("iso27001-2022-itil-4"));
    Set<String> both = new HashSet<>(considered);
    own.mappings()
        .forEach(
            m -> {
              assertThat(considered).doesNotContain(m.source(), m.target());
              both.add(m.source());
              both.add(m.target());
            });

    assertThat(both)
        .containsAll(ids("iso27001-2022", "A\\.[0-9]+\\.[0-9]+"))
        .containsAll(ids("itil-4", "[A-Z]+-[0-9]+"))
        .hasSize(93 + 34);
  }

  private static List<String> ids(String catalogue, String pattern) {
    return catalogue(catalogue).controls().stream()
        .map(Control::id)
        .filter(i -> i.matches(pattern))
        .toList();
  }

  @Test
  void every_control_of_2013_has_become_one_of_2022_and_eleven_are_new() {
    List<Mapping> mappings = crosswalk("iso27001-2013-iso27001-2022").mappings();
    List<String> fresh = considered("iso27001-2013-iso27001-2022");
    Map<String, List<Mapping>> becomes =
        mappings.stream().collect(Collectors.groupingBy(Mapping::target));
    Set<String> all = new HashSet<>(becomes.keySet());
    all.addAll(fresh);

    assertThat(mappings.stream().map(Mapping::source).distinct())
        .containsExactlyInAnyOrderElementsOf(ids("iso27001-2013", "A\\.[0-9]+\\.[0-9]+\\.[0-9]+"))
        .hasSize(114);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(ids("iso27001-2022", "A\\.[0-9]+\\.[0-9]+"))
        .hasSize(93);
    assertThat(fresh).hasSize(11).doesNotContainAnyElementsOf(becomes.keySet());
    assertThat(becomes.values().stream().filter(several -> several.size() > 1)).hasSize(24);
    assertThat(mappings)
        .allSatisfy(
            mapping -> {
              assertThat(mapping.strength()).isNotNull();
              assertThat(mapping.because()).endsWith(".");
              if (mapping.statement() == Statement.EQUAL) {
                assertThat(becomes.get(mapping.target())).hasSize(1);
              }
            });
  }

  private static List<String> considered(String crosswalk) {
    return crosswalk(crosswalk).considered().stream()
        .peek(each -> assertThat(each.because()).endsWith("."))
        .map(each -> each.control().control())
        .toList();
  }

  @Test
  void every_own_judgement_has_a_strength_and_a_reason_of_its_own() {
    List<Mapping> mappings = crosswalk("iso27001-2022-itil-4").mappings();

    assertThat(mappings)
        .allSatisfy(
            m -> {
              assertThat(m.strength()).isNotNull();
              assertThat(m.because()).endsWith(".");
            });
    assertThat(mappings.stream().map(Mapping::because).distinct()).hasSameSizeAs(mappings);
    assertThat(mappings.stream().filter(m -> m.statement() == Statement.EQUAL)).isEmpty();
  }

  @Test
  void the_own_judgements_are_read_in_both_directions() {
    Inference inference = Inference.of(ShippedStandards.library());
    ControlRef changes = new ControlRef("iso27001-2022", "A.8.32");
    ControlRef enablement = new ControlRef("itil-4", "SVC-04");

    assertThat(inference.between(changes, enablement)).isEqualTo(Relations.of(Relation.SUBSET));
    assertThat(inference.between(enablement, changes)).isEqualTo(Relations.of(Relation.SUPERSET));
  }

  /** What a publisher says of several requirements together, it says of no single one. */
  @Test
  void a_group_of_requirements_of_bsi_is_only_related() {
    assertThat(crosswalk("iso27001-2022-bsi-gspp-methodik").mappings())
        .filteredOn(m -> m.source().equals("A.5.1"))
        .extracting(Mapping::statement)
        .containsOnly(Statement.RELATED);
    assertThat(crosswalk("iso27001-2022-bsi-gspp-methodik").mappings())
        .filteredOn(m -> m.source().equals("A.5.3"))
        .extracting(Mapping::statement)
        .containsExactly(Statement.EQUAL);
  }
}
