package org.concordat.formats.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.yaml.Source;
import org.junit.jupiter.api.Test;

class TopicTablesTest {
  private static TopicTable read(String yaml) throws InvalidInput {
    return TopicTables.read(new Source("own.yaml", null, yaml), ShippedStandards.library());
  }

  @Test
  void anybody_may_bring_a_table_of_any_catalogues() throws Exception {
    TopicTable table =
        read(
            """
            topic-table: {id: own, catalogues: [itil-4, iso27001-2022, csf-2.0]}
            groups:
              - {id: "1", title: Access}
            topics:
              - id: "1.1"
                title: Review of access rights
                group: "1"
                names: {itil-4: [GEN-03], iso27001-2022: [a.5.18], csf-2.0: [PR.AA-05]}
            """);

    assertThat(table.relates("csf-2.0", "itil-4")).isTrue();
    assertThat(table.topics().getFirst().sections("iso27001-2022")).containsExactly("A.5.18");
  }

  @Test
  void every_mistake_is_told_at_once() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                read(
                    """
                    topic-table: {id: own, catalogues: [itil-4, iso27001-2022]}
                    phases:
                      - {catalogue: iso27001-2022, control: A.5.1, phase: later}
                    groups:
                      - {id: "1", title: Access}
                      - {id: "1", title: Again}
                    topics:
                      - {id: "1.1", title: One, group: "2", names: {itil-4: [GEN-99]}}
                    """));

    assertThat(invalid.findings())
        .extracting(Finding::problem)
        .isEqualTo(
            List.of(
                "'later' is not a phase",
                "group '1' stands twice",
                "there is no group '2'",
                "catalogue 'itil-4' has no control 'GEN-99'",
                "the topic names no control"));
  }
}
