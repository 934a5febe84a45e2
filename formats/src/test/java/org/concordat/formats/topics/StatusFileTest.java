package org.concordat.formats.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
  @TempDir private Path folder;

  private StatusFile.Read read(String yaml) throws IOException, InvalidInput {
    Path file = folder.resolve("lakeside.yaml");
    Files.writeString(file, yaml);
    return StatusFile.read(
        file,
        ShippedStandards.library(),
        ShippedStandards.topicTable("itil-v3", "iso27001-2005").orElseThrow());
  }

  @Test
  void controls_stand_below_their_catalogue_and_topics_below_topics() throws Exception {
    StatusFile.Read read =
        read(
            """
            organisation: Lakeside Clinics
            iso27001-2005:
              4.2.1: yes
              a.5.1: partly
            topics:
              3.4.1: no
            """);

    assertThat(read.organisation()).isEqualTo("Lakeside Clinics");
    assertThat(read.statuses().of("iso27001-2005"))
        .containsEntry("4.2.1", Operation.YES)
        .containsEntry("A.5.1", Operation.PARTLY);
    assertThat(read.statuses().topics()).containsEntry("3.4.1", Operation.NO);
  }

  @Test
  void an_organisation_without_a_name_is_called_like_its_file() throws Exception {
    assertThat(read("itil-v3: {SD.ISM: yes}").organisation()).isEqualTo("lakeside");
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                read(
                    """
                    iso27001-205: {4.1: yes}
                    iso27001-2005:
                      4.2: yes
                      4.2.3: no
                      4.9: yes
                      5.1: maybe
                    topics:
                      9.9: yes
                    """));

    assertThat(invalid.findings())
        .extracting(Finding::problem)
        .containsExactly(
            "there is no catalogue 'iso27001-205'",
            "catalogue 'iso27001-2005' has no control '4.9'",
            "'maybe' says nothing of whether it is in operation",
            "4.2 is said to be in operation, but its part 4.2.3 is said to be not in operation",
            "there is no topic '9.9'");
    assertThat(invalid.findings()).extracting(f -> f.place().line()).containsExactly(1, 5, 6, 4, 8);
  }
}
