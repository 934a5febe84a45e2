package org.concordat.formats.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFileTest {
  private static final String CSV =
      """
      requirement;factor;goal;by;level;because;training;role
      claims-db/integrity;fines;;anna;critical;the law says so;advanced;head of claims
      claims-db/integrity;fines;;ben;None;;;
      claims-db/integrity;fines;;cleo;?;not my field;;
      ;fines;growth;anna;2;;;
      ;fines;growth;ben;;;;
      """;

  @TempDir private Path folder;

  private RoundAnswers read(String name, String text) throws IOException, InvalidInput {
    return AnswerFile.read(Files.writeString(folder.resolve(name), text), ImpactScale.DEFAULT)
        .answers();
  }

  @Test
  void a_row_is_an_answer_and_a_row_without_a_level_is_a_question() throws Exception {
    RoundAnswers round = read("answers.csv", CSV);

    assertThat(round.links())
        .containsExactly(new Link("claims-db/integrity", "fines"), new Link("fines", "growth"));
    assertThat(round.judges()).extracting("id").containsExactly("anna", "ben", "cleo");
    assertThat(round.judges().getFirst().awareness().training()).isEqualTo(Training.ADVANCED);
    assertThat(round.judges().getFirst().awareness().role()).isEqualTo("head of claims");
    assertThat(round.given())
        .extracting("answer")
        .containsExactly(
            Answer.ofStep(3, "the law says so"),
            new Answer.NoImpact(null),
            new Answer.Unknown("not my field"),
            Answer.ofStep(2, null));
  }

  @Test
  void json_and_a_workbook_say_the_same() throws Exception {
    RoundAnswers json =
        read(
            "answers.json",
            """
            {"answers": [
             {"requirement": "claims-db/integrity", "factor": "fines", "by": "anna",
              "level": "critical", "because": "the law says so", "training": "advanced",
              "role": "head of claims"},
             {"requirement": "claims-db/integrity", "factor": "fines", "by": "ben", "level": "none"},
             {"requirement": "claims-db/integrity", "factor": "fines", "by": "cleo", "level": "?",
              "because": "not my field"},
             {"factor": "fines", "goal": "growth", "by": "anna", "level": 2},
             {"factor": "fines", "goal": "growth", "by": "ben"}
            ]}
            """);
    Path workbook = folder.resolve("answers.xlsx");
    try (OutputStream out = new FileOutputStream(workbook.toFile());
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("answers");
      int row = 0;
      for (String line : CSV.lines().toList()) {
        String[] cells = line.split(";", -1);
        for (int i = 0; i < cells.length; i++) {
          sheet.value(row, i, cells[i]);
        }
        row++;
      }
    }

    RoundAnswers csv = read("answers.csv", CSV);
    assertThat(json).isEqualTo(csv);
    assertThat(AnswerFile.read(workbook, ImpactScale.DEFAULT).answers()).isEqualTo(csv);
  }

  @Test
  void a_file_with_places_holds_orders() throws Exception {
    AnswerFile.Read read =
        AnswerFile.read(
            Files.writeString(
                folder.resolve("orders.csv"),
                """
                factor;goal;by;place
                fines;growth;anna;1
                delay;growth;anna;2
                fines;growth;ben;2
                delay;growth;ben;?
                """),
            ImpactScale.DEFAULT);

    assertThat(read.steps()).isEqualTo(new Steps.Places(2));
    assertThat(read.answers().given())
        .extracting("answer")
        .containsExactly(
            new Answer.Placed(1, null),
            new Answer.Placed(2, null),
            new Answer.Placed(2, null),
            new Answer.Unknown(null));
  }

  @Test
  void places_beyond_the_things_and_levels_beside_places_are_told() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                read(
                    "orders.csv",
                    """
                    factor;goal;by;place;level
                    fines;growth;anna;3;
                    delay;growth;anna;first;
                    fines;growth;ben;;critical
                    """));

    assertThat(invalid.findings())
        .extracting("problem")
        .containsExactlyInAnyOrder(
            "'first' is no place in an order",
            "some answers are levels and others are places in an order",
            "there is no place 3 among 2 things");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_its_line() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                read(
                    "answers.csv",
                    """
                    requirement,factor,goal,by,level,training
                    claims-db/integrity,fines,,anna,critcal,
                    claims-db/integrity,fines,growth,anna,critical,
                    claims-db,fines,,anna,critical,
                    claims-db/integrity,fines,,,critical,
                    claims-db/integrity,fines,,ben,9,
                    claims-db/integrity,fines,,cleo,critical,some
                    claims-db/integrity,fines,,cleo,marginal,
                    """));

    assertThat(invalid.findings())
        .extracting(Finding::problem)
        .containsExactly(
            "the scale has no level 'critcal'",
            "it is not clear what is judged",
            "'claims-db' is no requirement",
            "nobody is named who answers",
            "the scale has no level '9'",
            "the training 'some' is not known",
            "'cleo' answers a second time about 'claims-db/integrity' and 'fines'");
    assertThat(invalid.findings().getFirst().place().line()).isEqualTo(2);
    assertThat(invalid.findings()).extracting(Finding::remedy).doesNotContainNull();
  }

  @Test
  void what_is_no_table_of_answers_is_refused_with_the_columns_that_it_needs() {
    InvalidInput table =
        catchThrowableOfType(InvalidInput.class, () -> read("assets.csv", "id,name\na,b\n"));
    InvalidInput json =
        catchThrowableOfType(InvalidInput.class, () -> read("answers.json", "{\"a\": 1}"));

    assertThat(table.findings().getFirst().remedy()).contains("requirement, factor, by and level");
    assertThat(json.findings().getFirst().problem()).isEqualTo("the file holds no answers");
  }

  @Test
  void a_file_of_answers_shows_in_its_name_or_its_first_key() throws IOException {
    Path answers = Files.writeString(folder.resolve("a.json"), "{ \"answers\": [] }");
    Path workspace = Files.writeString(folder.resolve("w.json"), "{\"concordat\": 1}");

    assertThat(AnswerFile.isOne(answers)).isTrue();
    assertThat(AnswerFile.isOne(workspace)).isFalse();
    assertThat(AnswerFile.isOne(folder.resolve("x.CSV"))).isTrue();
    assertThat(AnswerFile.isOne(folder)).isFalse();
  }
}
