package org.concordat.formats.crosswalks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkTablesTest {
  private static final Catalogue CONTROLS =
      catalogue("controls", "AC-1", "AC-2", "AC-2(10)", "AC-3", "SC-7");
  private static final Catalogue ANNEX =
      catalogue("annex", "5.1", "A.5.1", "A.5.15", "A.5.16", "A.8.22");

  @TempDir private Path folder;

  private static Catalogue catalogue(String id, String... controls) {
    return new Catalogue(
        id, id, List.of(controls).stream().map(c -> new Control(c, c, null)).toList());
  }

  private BroughtCrosswalk read(String csv) throws IOException, InvalidInput {
    Path file = folder.resolve("crosswalk.csv");
    Files.writeString(file, csv);
    return CrosswalkTables.read(
        file, "brought", Optional.of(CONTROLS), Optional.of(ANNEX), _ -> Optional.empty());
  }

  private static List<String> shown(BroughtCrosswalk brought) {
    return brought.crosswalk().mappings().stream().map(CrosswalkTablesTest::shown).toList();
  }

  private static String shown(Mapping m) {
    return m.source() + " " + m.statement().word() + " " + m.target();
  }

  private static List<String> problems(BroughtCrosswalk brought) {
    return brought.findings().stream().map(Finding::problem).toList();
  }

  @Test
  void source_relation_and_target_are_enough() throws Exception {
    assertThat(
            shown(
                read(
                    """
                    source;relation;target
                    AC-02;subset;A.5.16
                    ac-2 (10);;A.5.1
                    """)))
        .containsExactly("AC-2 subset A.5.16", "AC-2(10) related A.5.1");
  }

  @Test
  void the_template_of_nist_is_recognised_below_its_title_rows() throws Exception {
    BroughtCrosswalk brought =
        read(
            """
            Informative reference,,,,,,
            Focal Document Element,Focal Document Element Description,Rationale,Relationship,\
            Reference Document Element,Strength of Relationship (optional),Comments (optional)
            AC-1,Policy,Semantic,Intersects with,A.5.1,8,both ask for a policy
            AC-3,Enforcement,Semantic,Not related to,5.1,,
            """);

    assertThat(shown(brought)).containsExactly("AC-1 intersects A.5.1", "AC-3 none 5.1");
    assertThat(brought.crosswalk().mappings().getFirst().strength()).isEqualTo(8);
    assertThat(brought.crosswalk().mappings().getFirst().because())
        .isEqualTo("both ask for a policy");
  }

  @Test
  void set_theory_mappings_are_recognised_by_their_numbers() throws Exception {
    assertThat(
            shown(
                read(
                    """
                    FDE #,FDE Name,STRM Rationale,STRM Relationship,SCF Control,SCF #
                    AC-3,Enforcement,Functional,equal,Access,A.5.15
                    """)))
        .containsExactly("AC-3 equal A.5.15");
  }

  @Test
  void two_standards_side_by_side_are_recognised_by_their_ids() throws Exception {
    assertThat(
            shown(
                read(
                    """
                    NIST SP 800-53 CONTROL,Name,ISO/IEC 27001 CONTROL
                    AC-1,Policy,"5.1, A.5.1"
                    AC-2,Accounts,"A.5.16*
                    A.5.15"
                    """)))
        .containsExactly(
            "AC-1 related 5.1", "AC-1 related A.5.1", "AC-2 related A.5.16", "AC-2 related A.5.15");
  }

  @Test
  void what_is_said_of_several_together_is_not_said_of_each() throws Exception {
    BroughtCrosswalk cell =
        read("source,relation,target\nAC-1,subset of,\"A.5.1; A.5.15\"\nAC-3,none,5.1 A.5.1\n");
    BroughtCrosswalk group =
        read(
            """
            source,relationship,target,group identifier
            AC-2,equal,A.5.15,G1
            AC-2,equal,A.5.16,G1
            """);

    assertThat(shown(cell))
        .containsExactly(
            "AC-1 related A.5.1", "AC-1 related A.5.15", "AC-3 none 5.1", "AC-3 none A.5.1");
    assertThat(shown(group)).containsExactly("AC-2 related A.5.15", "AC-2 related A.5.16");
    assertThat(group.crosswalk().mappings().getFirst().because())
        .isEqualTo("of several together: equal");
  }

  @Test
  void a_title_may_follow_the_id_and_a_row_continue_the_one_above() throws Exception {
    BroughtCrosswalk brought =
        read(
            """
            source,target
            AC-1: Policy and procedures,A.5.1 - Policies
            ,A.5.15
            """);

    assertThat(shown(brought)).containsExactly("AC-1 related A.5.1", "AC-1 related A.5.15");
    assertThat(problems(brought))
        .containsExactly("1 rows have no source; they continue the row above them");
  }

  @Test
  void rows_that_cannot_be_used_are_reported_and_left_out() throws Exception {
    BroughtCrosswalk brought =
        read(
            """
            source,relation,target,strength
            AC-1,equal,A.5.1,8
            AC-99,equal,A.5.1,8
            AC-1,equal,A.5.1,8
            AC-1,subset,A.5.1,11
            AC-3,resembles,A.5.15,
            """);

    assertThat(shown(brought)).containsExactly("AC-1 equal A.5.1", "AC-1 subset A.5.1");
    assertThat(brought.rows()).isEqualTo(5);
    assertThat(brought.dangling()).isEqualTo(1);
    assertThat(brought.duplicates()).isEqualTo(1);
    assertThat(problems(brought))
        .containsExactly(
            "there is no control 'AC-99' in the source catalogue; the row is left out",
            "AC-1 and A.5.1 stand here again",
            "AC-1 and A.5.1 are said to be equal and subset",
            "the strength '11' is passed over",
            "the relation 'resembles' is not known; the row is left out");
    assertThat(brought.findings().getFirst().place().line()).isEqualTo(3);
  }

  @Test
  void without_catalogues_they_are_made_of_what_is_named() throws Exception {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, "from,relation,to\nP-1,superset,Q-1\np-1,equal,Q-2\n");

    BroughtCrosswalk brought =
        CrosswalkTables.read(
            file, "own", Optional.empty(), Optional.empty(), _ -> Optional.empty());

    assertThat(shown(brought)).containsExactly("P-1 superset Q-1", "P-1 equal Q-2");
    assertThat(brought.source().controls()).extracting(Control::id).containsExactly("P-1");
    assertThat(brought.target().id()).isEqualTo("own-target");
  }

  @Test
  void a_workbook_is_read_from_the_sheet_that_is_a_crosswalk() throws Exception {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      Workbook workbook = new Workbook(out, "Test", null);
      Worksheet about = workbook.newWorksheet("About");
      about.value(0, 0, "A crosswalk");
      Worksheet sheet = workbook.newWorksheet("Relationships");
      List<String> header =
          List.of("Focal Document Element", "Relationship", "Reference Document Element");
      List<String> row = List.of("SC-7", "superset of", "A.8.22");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
        sheet.value(1, i, row.get(i));
      }
      workbook.finish();
    }

    assertThat(
            shown(
                CrosswalkTables.read(
                    file,
                    "book",
                    Optional.of(CONTROLS),
                    Optional.of(ANNEX),
                    _ -> Optional.empty())))
        .containsExactly("SC-7 superset A.8.22");
  }

  @Test
  void a_table_that_is_no_crosswalk_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> read("name,colour\nbike,red\n"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("name the columns source, relation and target");
  }

  @ParameterizedTest
  @CsvSource({
    "Equal,EQUAL",
    "equivalent-to,EQUAL",
    "=,EQUAL",
    "Subset Of,SUBSET",
    "subset_of,SUBSET",
    "Superset of,SUPERSET",
    "intersects with,INTERSECTS",
    "intersect,INTERSECTS",
    "Überschneidet,INTERSECTS",
    "not_related,NONE",
    "Not related to,NONE",
    "no-relationship,NONE",
    "Related to,RELATED",
    "'',RELATED"
  })
  void relations_have_many_spellings(String word, Statement meant) {
    assertThat(RelationWords.of(word)).contains(meant);
  }
}
