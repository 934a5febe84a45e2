package org.concordat.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AssetListImportTest {
  @TempDir Path folder;

  @Test
  void a_plain_list_gives_assets_units_dependencies_and_ratings() throws Exception {
    ImportedModel model =
        read(
            """
            Name,Type,Owner,C,I,A,Depends on
            Claims handling,process,Claims,2,3,3,Claims database
            Claims database,database,IT,3,3,0,"Node A; Node B"
            Node A,server,IT,,,,
            Node B,server,IT,,,,
            """);

    assertThat(model.source()).isEqualTo("list.csv");
    assertThat(model.assets())
        .extracting(ImportedAsset::name, ImportedAsset::kind, ImportedAsset::unit)
        .containsExactly(
            tuple("Claims handling", AssetKind.PROCESS, "claims"),
            tuple("Claims database", AssetKind.TECHNICAL, "it"),
            tuple("Node A", AssetKind.TECHNICAL, "it"),
            tuple("Node B", AssetKind.TECHNICAL, "it"));
    assertThat(model.units()).extracting(u -> u.name()).containsExactly("Claims", "IT");
    assertThat(edges(model))
        .containsExactly(
            "Claims handling>Claims database", "Claims database>Node A", "Claims database>Node B");
    assertThat(model.ratings())
        .containsExactly(
            new ImportedRating("Claims handling", "confidentiality", 2, 3, "2"),
            new ImportedRating("Claims handling", "integrity", 3, 3, "3"),
            new ImportedRating("Claims handling", "availability", 3, 3, "3"),
            new ImportedRating("Claims database", "confidentiality", 3, 3, "3"),
            new ImportedRating("Claims database", "integrity", 3, 3, "3"));
  }

  @Test
  void ciso_assistant_parents_need_the_assets_below_them() throws Exception {
    ImportedModel model =
        read(
            """
            ref_id,name,description,domain,type,parent_assets,security_objectives,owner
            A-1,Claims,,Insurance,PR,,"confidentiality: 3,integrity: 4,privacy: 2,proof: 1",a@b.org
            A-2,Database,,Insurance,SP,A-1,,
            A-3,Payments,,Insurance,PR,"A-1|A-2",,
            """);

    assertThat(model.assets())
        .extracting(ImportedAsset::id, ImportedAsset::kind, ImportedAsset::unit)
        .containsExactly(
            tuple("A-1", AssetKind.INFORMATION, "insurance"),
            tuple("A-2", AssetKind.TECHNICAL, "insurance"),
            tuple("A-3", AssetKind.INFORMATION, "insurance"));
    assertThat(edges(model)).containsExactly("A-1>A-2", "A-1>A-3", "A-2>A-3");
    assertThat(model.ratings()).contains(new ImportedRating("A-1", "privacy", 2, 4, "2"));
    assertThat(model.assets().getFirst().properties())
        .containsExactly("confidentiality", "integrity", "availability", "privacy");
    assertThat(unused(model))
        .contains(tuple("objective \"proof\"", 1), tuple("column \"owner\"", 1));
  }

  @Test
  void itop_classes_and_criticality_are_understood() throws Exception {
    ImportedModel model =
        read(
            """
            Name;Organization->Name;finalclass;Business criticity;Status;Impacts
            CRM;Sales;ApplicationSolution;high;production;Selling
            srv-1;IT;VirtualMachine;medium;production;CRM
            Selling;Sales;BusinessProcess;low;active;
            """);

    assertThat(model.assets())
        .extracting(ImportedAsset::kind)
        .containsExactly(AssetKind.TECHNICAL, AssetKind.TECHNICAL, AssetKind.PROCESS);
    assertThat(edges(model)).containsExactly("Selling>CRM", "CRM>srv-1");
    assertThat(model.ratings())
        .hasSize(9)
        .contains(
            new ImportedRating("CRM", "availability", 3, 3, "high"),
            new ImportedRating("Selling", "confidentiality", 1, 3, "low"));
    assertThat(unused(model)).contains(tuple("column \"Status\"", 3));
  }

  @Test
  void servicenow_items_and_relations_are_read_together() throws Exception {
    Path items =
        write(
            "cmdb_ci.csv",
            """
            "name","sys_id","sys_class_name","busines_criticality","department","owned_by"
            "Portal","0123456789abcdef0123456789abcdef","cmdb_ci_appl","1 - most critical","Sales","Ann"
            "lnx1","1123456789abcdef0123456789abcdef","cmdb_ci_linux_server","4 - not critical","IT","Bob"
            "Desk","2123456789abcdef0123456789abcdef","cmdb_ci_service","2 - somewhat critical","IT","Bob"
            """);
    Path relations =
        write(
            "cmdb_rel_ci.csv",
            """
            parent,child,type
            Portal,lnx1,Runs on::Runs
            Portal,Desk,Used by::Depends on
            lnx1,Desk,Connects to::Connected by
            """);

    ImportedModel model = AssetListImport.read(List.of(items, relations), Optional.empty());

    assertThat(model.source()).isEqualTo("cmdb_ci.csv");
    assertThat(model.assets())
        .extracting(ImportedAsset::id, ImportedAsset::kind)
        .containsExactly(
            tuple(null, AssetKind.TECHNICAL),
            tuple(null, AssetKind.TECHNICAL),
            tuple(null, AssetKind.SERVICE));
    assertThat(edges(model))
        .containsExactly(
            "0123456789abcdef0123456789abcdef>1123456789abcdef0123456789abcdef",
            "2123456789abcdef0123456789abcdef>0123456789abcdef0123456789abcdef");
    assertThat(model.ratings())
        .extracting(ImportedRating::step, ImportedRating::steps)
        .contains(tuple(4, 4), tuple(1, 4), tuple(3, 4));
    assertThat(unused(model))
        .contains(
            tuple("column \"owned_by\"", 3), tuple("relation \"Connects to::Connected by\"", 1));
  }

  @Test
  void relations_alone_make_the_assets_that_they_name() throws Exception {
    ImportedModel model = read("parent,child,type\nPortal,lnx1,Depends on::Used by\n");

    assertThat(edges(model)).containsExactly("Portal>lnx1");
    assertThat(model.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).contains("taken for technical"));
  }

  @Test
  void glpi_in_french_is_understood() throws Exception {
    ImportedModel model =
        read(
            """
            Nom;Entité;Statut;Fabricant;Numéro de série;Type;Dernière modification
            PC-7;Siège > Compta;En service;Dell;X12;Ordinateur;2026-01-01
            """);

    assertThat(model.assets())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.name()).isEqualTo("PC-7");
              assertThat(a.kind()).isEqualTo(AssetKind.TECHNICAL);
              assertThat(a.unit()).isEqualTo("siège > compta");
            });
    assertThat(unused(model)).contains(tuple("column \"Numéro de série\"", 1));
  }

  @Test
  void german_protection_needs_are_three_steps() throws Exception {
    ImportedModel model =
        read(
            """
            Kürzel;Bezeichnung;Art;Abteilung;Vertraulichkeit;Integrität;Verfügbarkeit;Hängt ab von
            S1;Schadenakte;Daten;Schaden;sehr hoch;hoch;normal;S2
            S2;Fileserver;Server;IT;hoch;hoch;entfällt;
            """);

    assertThat(model.ratings())
        .containsExactly(
            new ImportedRating("S1", "confidentiality", 3, 3, "sehr hoch"),
            new ImportedRating("S1", "integrity", 2, 3, "hoch"),
            new ImportedRating("S1", "availability", 1, 3, "normal"),
            new ImportedRating("S2", "confidentiality", 2, 3, "hoch"),
            new ImportedRating("S2", "integrity", 2, 3, "hoch"));
    assertThat(edges(model)).containsExactly("S1>S2");
  }

  @Test
  void the_highest_number_decides_the_scale_and_a_warning_says_so() throws Exception {
    ImportedModel model = read("name,type,C,I,A\nX,server,1,5,2\n");

    assertThat(model.ratings()).allSatisfy(r -> assertThat(r.steps()).isEqualTo(5));
    assertThat(model.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("list.csv:2:3: C", "scale of 5"));
  }

  @Test
  void every_wrong_row_is_reported_at_once_with_its_cell() throws Exception {
    InvalidInput problem =
        refused(
            """
            id,name,type,depends on
            a,Alpha,server,"b, nowhere"
            b,Beta,server,Twin
            c,Twin,server,
            d,Twin,server,
            b,Again,server,
            ,,server,
            """);

    assertThat(problem.findings())
        .extracting(f -> f.place().line(), f -> f.place().column(), f -> f.place().key())
        .containsExactlyInAnyOrder(
            tuple(6, 0, null),
            tuple(7, 2, "name"),
            tuple(2, 4, "depends on"),
            tuple(3, 4, "depends on"));
    assertThat(problem.getMessage())
        .contains("'nowhere'", "'Twin' is the name of several assets")
        .contains("'b' stands in two rows: here and in")
        .contains("list.csv:3");
  }

  @Test
  void thousands_of_errors_are_counted_beyond_the_first_thousand() throws Exception {
    StringBuilder csv = new StringBuilder("name,type,depends on\n");
    for (int i = 0; i < 1500; i++) {
      csv.append("n").append(i).append(",server,missing").append(i).append('\n');
    }

    InvalidInput problem = refused(csv.toString());

    assertThat(problem.findings()).hasSize(1001);
    assertThat(problem.findings().getLast().problem()).contains("500 more errors");
  }

  @Test
  void an_unknown_type_is_a_warning_given_once() throws Exception {
    ImportedModel model = read("name,type\nA,gizmo\nB,gizmo\nC,server\n");

    assertThat(model.assets().getFirst().kind()).isEqualTo(AssetKind.TECHNICAL);
    assertThat(model.findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(f.message()).contains("list.csv:2:2: type", "'gizmo'", "2 times");
            });
  }

  @Test
  void titles_above_the_header_empty_rows_and_totals_are_passed_over() throws Exception {
    ImportedModel model =
        read("Asset register 2026,,\n,,\nname,type,cost\nA,server,5\n,,\n,Total,5\n");

    assertThat(model.assets()).extracting(ImportedAsset::name).containsExactly("A");
    assertThat(unused(model)).contains(tuple("row of totals", 1));
  }

  @Test
  void a_quoted_cell_may_hold_line_breaks_and_a_name_may_hold_a_comma() throws Exception {
    ImportedModel model =
        read(
            "name,type,depends on\n\"Smith, Jones\",team,\nApp,app,\"Smith, Jones\nDB\"\nDB,db,\n");

    assertThat(edges(model)).containsExactly("App>Smith, Jones", "App>DB");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void each_usual_separator_is_found_out(String separator) throws Exception {
    ImportedModel model = read("name,type\nA,process\n".replace(",", separator));

    assertThat(model.assets().getFirst().kind()).isEqualTo(AssetKind.PROCESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_tells_the_encoding(String charset) throws Exception {
    Path file = folder.resolve("list.csv");
    Files.write(file, "\uFEFFname,type\nGerät,Gerät\n".getBytes(Charset.forName(charset)));

    ImportedModel model = AssetListImport.read(file, Optional.empty());

    assertThat(model.assets().getFirst().name()).isEqualTo("Gerät");
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void what_is_no_utf8_is_read_as_windows_1252_with_a_warning() throws Exception {
    Path file = folder.resolve("list.csv");
    Files.write(file, "name,type\nGerät €,Gerät\n".getBytes(Charset.forName("windows-1252")));

    ImportedModel model = AssetListImport.read(file, Optional.empty());

    assertThat(model.assets().getFirst().name()).isEqualTo("Gerät €");
    assertThat(model.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).contains("Windows-1252"));
  }

  @Test
  void a_file_without_a_header_says_what_would_be_one() throws Exception {
    assertThat(refused("1,2,3\n4,5,6\n").getMessage())
        .contains("no header was found in the first 20 rows", "mapping file");
    assertThat(refused("").getMessage()).contains("no header");
  }

  @Test
  void limits_are_errors_that_name_the_row() throws Exception {
    assertThat(refused("name,type\nA," + "x".repeat(40_000) + "\n").getMessage())
        .contains("list.csv:2:2", "more than 32,768 characters");
    assertThat(refused("name,type\nA,server" + ",x".repeat(600) + "\n").getMessage())
        .contains("list.csv:2", "more than 500 columns");
    assertThat(refused("name,type\n\"A,server\n" + "x".repeat(5 << 20)).getMessage())
        .contains("not a table of separated values", "quotation mark");
  }

  @Test
  void a_hundred_thousand_rows_are_read() throws Exception {
    StringBuilder csv = new StringBuilder("id,name,type,unit,C,I,A,depends on\n");
    for (int i = 0; i < 100_000; i++) {
      csv.append(
          "a%d,Asset %d,server,Unit %d,1,2,3,a%d\n"
              .formatted(i, i, i % 50, (i * 7) % 100_000 + 1 == i ? 0 : (i * 7L + 1) % 100_000));
    }
    Path file = write("list.csv", csv.toString());

    ImportedModel model = AssetListImport.read(file, Optional.empty());

    assertThat(model.assets()).hasSize(100_000);
    assertThat(model.ratings()).hasSize(300_000);
  }

  private ImportedModel read(String csv) throws IOException, InvalidInput {
    return AssetListImport.read(write("list.csv", csv), Optional.empty());
  }

  private InvalidInput refused(String csv) throws IOException {
    Path file = write("list.csv", csv);
    InvalidInput[] caught = new InvalidInput[1];
    assertThatThrownBy(() -> AssetListImport.read(file, Optional.empty()))
        .isInstanceOfSatisfying(InvalidInput.class, e -> caught[0] = e);
    return caught[0];
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static List<String> edges(ImportedModel model) {
    return model.dependencies().stream().map(ImportedDependency::element).toList();
  }

  private static List<org.assertj.core.groups.Tuple> unused(ImportedModel model) {
    return model.unused().stream().map((Unused u) -> tuple(u.kind(), u.count())).toList();
  }
}
