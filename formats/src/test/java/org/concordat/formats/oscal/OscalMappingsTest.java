package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.oscal.OscalMappings.Collected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OscalMappingsTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "equal-to, EQUAL",
    "equivalent-to, EQUAL",
    "subset-of, SUBSET",
    "superset-of, SUPERSET",
    "intersects-with, INTERSECTS",
    "no-relationship, NONE"
  })
  void a_map_of_one_control_to_one_says_what_its_word_says(String word, Statement statement)
      throws Exception {
    assertThat(rows(word, "", "a", "b")).containsExactly("a " + statement + " b");
  }

  @Test
  void of_several_targets_each_is_only_a_part() throws Exception {
    assertThat(rows("superset-of", "", "a", "b,c")).containsExactly("a SUPERSET b", "a SUPERSET c");
    assertThat(rows("subset-of", "", "a", "b,c")).containsExactly("a RELATED b", "a RELATED c");
    assertThat(rows("equal-to", "", "a", "b,c")).containsExactly("a RELATED b", "a RELATED c");
    assertThat(rows("no-relationship", "", "a", "b,c")).containsExactly("a NONE b", "a NONE c");
  }

  @Test
  void of_several_sources_each_is_only_a_part() throws Exception {
    assertThat(rows("subset-of", "", "a,b", "c")).containsExactly("a SUBSET c", "b SUBSET c");
    assertThat(rows("superset-of", "", "a,b", "c")).containsExactly("a RELATED c", "b RELATED c");
  }

  @Test
  void a_statement_is_a_part_of_its_control() throws Exception {
    assertThat(rows("superset-of", "", "a_smt.a", "b")).containsExactly("a SUPERSET b");
    assertThat(rows("equal-to", "", "a_smt.a", "b")).containsExactly("a RELATED b");
    assertThat(rows("subset-of", "", "a", "b_smt.c")).containsExactly("a SUBSET b");
    assertThat(rows("no-relationship", "", "a_smt.a", "b")).isEmpty();
  }

  @Test
  void a_restricted_map_says_only_that_there_is_something_in_common() throws Exception {
    String restricted =
        """
        , "qualifiers": [{"subject": "target", "predicate": "has-requirement",
          "category": "restricted", "description": "Only in Europe"}]
        """;
    assertThat(rows("equal-to", restricted, "a", "b")).containsExactly("a RELATED b");
    assertThat(rows("no-relationship", restricted, "a", "b")).isEmpty();
    assertThat(rows("equal-to", restricted.replace("restricted", "blocked"), "a", "b")).isEmpty();
  }

  @Test
  void a_comparison_of_words_says_little_of_outcomes() throws Exception {
    String words = ", \"matching-rationale\": \"syntactic\"";
    assertThat(rows("equal-to", words, "a", "b")).containsExactly("a EQUAL b");
    assertThat(rows("superset-of", words, "a", "b")).containsExactly("a RELATED b");
    assertThat(rows("no-relationship", words, "a", "b")).isEmpty();
  }

  @Test
  void a_word_of_somebody_else_says_little_or_nothing_and_is_named() throws Exception {
    String other = ", \"ns\": \"https://example.org\"";
    assertThat(rows("equal-to", other, "a", "b")).containsExactly("a RELATED b");
    assertThat(rows("no-relationship", other, "a", "b")).isEmpty();
    assertThat(read("reminds-of", "", "a", "b").findings())
        .extracting(Finding::problem)
        .containsExactly("nothing is read from the relationship 'reminds-of'");
  }

  @Test
  void the_mapping_of_the_bsi_is_read_whole() throws Exception {
    OscalMappings.Read read = OscalMappings.read(Samples.document(Samples.BSI));

    assertThat(read.findings()).isEmpty();
    assertThat(read.crosswalks())
        .extracting(Collected::source, Collected::target)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "ISO27001-AnnexA-catalog", "BSI-Methodik-Grundschutz++-catalog"),
            org.assertj.core.groups.Tuple.tuple(
                "ISO27001-AnnexA-catalog", "BSI-Stand-der-Technik-Kernel-catalog"));
    assertThat(read.crosswalks().getFirst().rows().getFirst().mapping().with(Extras.NONE))
        .isEqualTo(new Mapping("5.1", Statement.RELATED, "GC.6.1.3"));
  }

  @Test
  void a_written_crosswalk_is_read_as_it_was() throws Exception {
    Crosswalk crosswalk =
        new Crosswalk(
            "a-b",
            "standard a",
            "standard.b",
            "Someone",
            "https://example.org/a-b",
            "2.1",
            "CC0-1.0",
            List.of(
                new Mapping("A.1", Statement.EQUAL, "B.1", 7, "Both ask for *it*"),
                new Mapping("A.1", Statement.RELATED, "B.2", null, null),
                new Mapping("A.1", Statement.RELATED, "B.2", 3, null),
                new Mapping("A.2", Statement.SUBSET, "B (2)", 10, null),
                new Mapping("A.3", Statement.SUPERSET, "B.3", null, null),
                new Mapping("A.4", Statement.INTERSECTS, "B.4", null, null),
                new Mapping("A.5", Statement.NONE, "B.5", 1, null)));
    OscalDocument document = OscalMappingsWriter.write("Both", List.of(crosswalk), NOW);

    for (OscalNotation notation : OscalNotation.values()) {
      OscalDocument again = OscalDocument.read("again", document.write(notation));
      Collected collected = OscalMappings.read(again).crosswalks().getFirst();
      assertThat(collected.crosswalk("a-b", collected.source(), collected.target()))
          .isEqualTo(crosswalk);
    }
    assertThat(OscalMappingsWriter.write("Both", List.of(crosswalk), NOW).top())
        .isEqualTo(document.top());
  }

  @Test
  void an_update_keeps_what_a_crosswalk_does_not_hold() throws Exception {
    OscalDocument document = Samples.document(Samples.MAPPING);
    OscalObject before = document.root().objects("mappings").getFirst().copy();
    Collected collected = OscalMappings.read(document).crosswalks().getFirst();
    Crosswalk same = collected.crosswalk("x", "s", "t");
    List<Mapping> more = new java.util.ArrayList<>(same.mappings());
    more.add(new Mapping("ac-7", Statement.EQUAL, "ac-7"));

    boolean unchanged = OscalMappingsWriter.update(document, collected.uuid(), same, NOW);
    assertThat(unchanged).isFalse();
    assertThat(document.top()).isEqualTo(Samples.document(Samples.MAPPING).top());

    OscalMappingsWriter.update(document, collected.uuid(), new Crosswalk("x", "s", "t", more), NOW);
    OscalObject after = document.root().objects("mappings").getFirst();
    assertThat(after.objects("maps")).hasSize(4);
    assertThat(after.objects("maps").subList(0, 3)).isEqualTo(before.objects("maps"));
    assertThat(after.get("source-gap-summary")).isEqualTo(before.get("source-gap-summary"));

    OscalMappingsWriter.update(
        document, collected.uuid(), new Crosswalk("x", "s", "t", List.of(more.getLast())), NOW);
    assertThat(document.root().objects("mappings").getFirst().objects("maps"))
        .extracting(map -> map.text("relationship"))
        .containsExactly("equal-to");
  }

  @Test
  void another_document_is_named() throws Exception {
    OscalDocument catalogue = Samples.document(Samples.CATALOGUE);

    assertThatThrownBy(() -> OscalMappings.read(catalogue))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a catalogue of controls in OSCAL, not a mapping collection");
  }

  private static List<String> rows(String word, String more, String sources, String targets)
      throws Exception {
    return read(word, more, sources, targets).crosswalks().getFirst().rows().stream()
        .map(OscalMappings.Row::mapping)
        .map(m -> m.source() + " " + m.statement() + " " + m.target())
        .toList();
  }

  private static OscalMappings.Read read(String word, String more, String sources, String targets)
      throws Exception {
    String document =
        """
        {"mapping-collection": {"mappings": [{"source-resource": {"href": "s.json"},
          "target-resource": {"href": "t.json"},
          "maps": [{"relationship": "%s", "sources": [%s], "targets": [%s]%s}]}]}}
        """
            .formatted(word, items(sources), items(targets), more);
    return OscalMappings.read(
        OscalDocument.read("test", document.getBytes(StandardCharsets.UTF_8)));
  }

  private static String items(String ids) {
    return java.util.Arrays.stream(ids.split(",", -1))
        .map(
            id ->
                "{\"type\": \"%s\", \"id-ref\": \"%s\"}"
                    .formatted(id.contains("_") ? "statement" : "control", id))
        .collect(java.util.stream.Collectors.joining(","));
  }
}
