package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrosswalkConvertCommandTest {
  @TempDir private Path folder;

  @Test
  void a_spreadsheet_becomes_a_crosswalk_that_is_reasoned_with() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("mapping.csv"),
            """
            source,relation,target,because
            R-1: Access,superset of,A.5.16,"we say ""who""\"
            R-1,subset of,A.99,
            """);
    Path own = folder.resolve("own.yaml");

    Result result =
        new Shell().run("crosswalk", "convert", table, "--target", "iso27001-2022", "-o", own);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("there is no control 'A.99' in the target catalogue")
        .contains("mapping: 1 of 2 rows; 1 with an unknown control, 0 again");
    assertThat(Files.readString(own))
        .contains("id: \"mapping-source\"")
        .contains(
            "- {source: \"R-1\", relation: superset, target: \"A.5.16\","
                + " because: \"we say \\\"who\\\"\"}");
    assertThat(
            new Shell()
                .run(
                    "crosswalk",
                    "infer",
                    "--from",
                    "mapping-source",
                    "--to",
                    "itil-4",
                    own,
                    "--format",
                    "json")
                .out())
        .contains("\"source\":\"R-1\",\"target\":\"GEN-03\"");
  }

  @Test
  void a_mapping_library_becomes_a_crosswalk() throws IOException {
    Path library =
        Files.writeString(
            folder.resolve("library.yaml"),
            """
            urn: urn:x:y:library:own
            objects:
              requirement_mapping_sets:
              - urn: urn:x:y:req_mapping_set:own-to-csf
                source_framework_urn: urn:x:y:framework:own
                target_framework_urn: urn:x:y:framework:nist-csf-2.0
                requirement_mappings:
                - source_requirement_urn: urn:x:y:req_node:own:r.1
                  target_requirement_urn: urn:x:y:req_node:nist-csf-2.0:gv.oc-01
                  relationship: equal
            """);

    Result result = new Shell().run("crosswalk", "convert", library, "-o", "-");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("target: \"csf-2.0\"")
        .contains("- {source: \"r.1\", relation: equal, target: \"GV.OC-01\"}");
  }

  @Test
  void a_spreadsheet_goes_to_oscal_and_back_with_its_other_columns() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("mapping.csv"),
            """
            source,relation,target,Assessed by
            GEN-03,superset,A.5.16,Ann
            """);
    Path collection = folder.resolve("collection.xml");
    Path back = folder.resolve("back.csv");

    Result there =
        new Shell()
            .run(
                "crosswalk",
                "convert",
                table,
                "--source",
                "itil-4",
                "--target",
                "iso27001-2022",
                "-o",
                collection);
    Result again = new Shell().run("crosswalk", "convert", collection, "-o", back);

    assertThat(there.status()).as(there.err()).isZero();
    assertThat(new Shell().run("oscal", "check", collection).status()).isZero();
    assertThat(again.err()).contains("mapping: 1 of 1 rows");
    assertThat(Files.readString(back))
        .isEqualToNormalizingNewlines(
            """
            source,relation,target,strength,because,Assessed by
            GEN-03,superset,A.5.16,,,Ann
            """);
  }

  @Test
  void of_several_crosswalks_a_table_holds_one_which_is_chosen() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            crosswalk: {id: one, source: iso27001-2022, target: itil-4}
            mappings: [{source: A.5.1, relation: subset, target: GEN-03}]
            ---
            crosswalk: {id: two, source: iso27001-2022, target: csf-2.0}
            mappings: [{source: A.5.1, target: GV.PO-01}]
            """);

    Result both = new Shell().run("crosswalk", "convert", own, "-o", folder.resolve("all.xlsx"));
    Result two = new Shell().run("crosswalk", "convert", own, "--crosswalk", "two", "-o", "-");
    Result none = new Shell().run("crosswalk", "convert", own, "--crosswalk", "tow", "-o", "-");

    assertThat(both.status()).isEqualTo(1);
    assertThat(both.err()).contains("here are one, two").contains("choose one with --crosswalk");
    assertThat(two.out()).contains("id: \"two\"").doesNotContain("id: \"one\"");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("there is no crosswalk 'tow' in the file");
  }
}
