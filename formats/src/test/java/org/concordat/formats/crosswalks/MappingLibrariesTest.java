package org.concordat.formats.crosswalks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MappingLibrariesTest {
  private static final Catalogue ISO =
      new Catalogue(
          "iso27001-2022",
          "ISO/IEC 27001:2022",
          List.of(new Control("4.1", "Context", null), new Control("A.5.1", "Policies", null)));

  private static final String LIBRARY =
      """
      urn: urn:intuitem:risk:library:mapping-own-to-iso27001-2022
      locale: en
      name: own -> ISO
      version: 3
      provider: somebody
      copyright: theirs
      dependencies:
      - urn:intuitem:risk:library:iso27001-2022
      objects:
        requirement_mapping_sets:
        - urn: urn:intuitem:risk:req_mapping_set:own-to-iso
          source_framework_urn: urn:intuitem:risk:framework:own
          target_framework_urn: urn:intuitem:risk:framework:iso27001-2022
          requirement_mappings:
          - source_requirement_urn: urn:intuitem:risk:req_node:own:x.1
            target_requirement_urn: urn:intuitem:risk:req_node:iso27001-2022:a.5.1
            relationship: intersect
            rationale: semantic
            strength_of_relationship: 6
          - source_requirement_urn: urn:intuitem:risk:req_node:own:x.1
            target_requirement_urn: urn:intuitem:risk:req_node:iso27001-2022:9.9
            relationship: equal
          - source_requirement_urn: urn:intuitem:risk:req_node:own:x.1
            target_requirement_urn: urn:intuitem:risk:req_node:iso27001-2022:a.5.1
            relationship: intersect
      """;

  @TempDir private Path folder;

  private List<BroughtCrosswalk> read(String yaml) throws IOException, InvalidInput {
    Path file = folder.resolve("library.yaml");
    Files.writeString(file, yaml);
    return MappingLibraries.read(
        file, id -> id.equals(ISO.id()) ? Optional.of(ISO) : Optional.empty());
  }

  @Test
  void mapping_sets_become_crosswalks_with_the_ids_of_known_catalogues() throws Exception {
    BroughtCrosswalk brought = read(LIBRARY).getFirst();

    assertThat(brought.crosswalk().id()).isEqualTo("own-to-iso");
    assertThat(brought.crosswalk().publisher()).isEqualTo("somebody");
    assertThat(brought.crosswalk().mappings())
        .containsExactly(
            new Mapping(
                "x.1",
                Statement.INTERSECTS,
                "A.5.1",
                6,
                "semantic",
                new Extras(Map.of("rationale", "\"semantic\""))));
    assertThat(brought.target()).isEqualTo(ISO);
    assertThat(brought.source().controls()).extracting(Control::id).containsExactly("x.1");
  }

  @Test
  void dangling_ids_and_duplicates_are_reported_with_their_lines() throws Exception {
    BroughtCrosswalk brought = read(LIBRARY).getFirst();

    assertThat(brought.rows()).isEqualTo(3);
    assertThat(brought.dangling()).isEqualTo(1);
    assertThat(brought.duplicates()).isEqualTo(1);
    assertThat(brought.findings()).extracting(f -> f.place().line()).containsExactly(20, 23);
  }

  @Test
  void the_older_layout_has_one_set() throws Exception {
    String older =
        LIBRARY
            .replace("requirement_mapping_sets:", "requirement_mapping_set:")
            .replace("  - urn: urn:intuitem:risk:req_map", "    urn: urn:intuitem:risk:req_map");

    assertThat(read(older).getFirst().crosswalk().mappings()).hasSize(1);
  }

  @Test
  void what_holds_no_mappings_is_refused() {
    assertThatThrownBy(() -> read("urn: x\nobjects:\n  framework:\n    urn: y\n"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("requirement_mapping_sets");
    assertThatThrownBy(() -> read("objects: [\n")).isInstanceOf(InvalidInput.class);
  }

  @Test
  @Timeout(60)
  void thousands_of_rows_are_read_and_the_findings_stay_few() throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(
          """
              - source_requirement_urn: urn:a:b:c:own:x.%d
                target_requirement_urn: urn:a:b:c:iso27001-2022:%s
                relationship: subset
          """
              .formatted(i, i % 2 == 0 ? "a.5.1" : "a.99"));
    }
    String yaml =
        LIBRARY.substring(0, LIBRARY.indexOf("    - source_requirement"))
            + String.join("", rows).indent(4);

    BroughtCrosswalk brought = read(yaml).getFirst();

    assertThat(brought.crosswalk().mappings()).hasSize(10_000);
    assertThat(brought.dangling()).isEqualTo(10_000);
    assertThat(brought.findings()).hasSizeLessThanOrEqualTo(1_001);
  }
}
