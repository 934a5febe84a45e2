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
}
