package org.concordat.server.deciding.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.server.deciding.pages.ReviewTable.Dues;
import org.concordat.server.testing.Acme;
import org.concordat.server.web.table.Cell;
import org.junit.jupiter.api.Test;

class ReviewTableTest {
  @Test
  void what_was_breached_without_harm_names_the_agreement() {
    Due due =
        new Due(
            new Subject.Judged(new Impact.Link("claims-process/availability", "delay"), null),
            List.of(new Reason.BrokenWithoutHarm("sample/1", 3, LocalDate.of(2026, 3, 2))));

    Cell why =
        LiveWorkspace.of(Acme.workspace())
            .read(model -> ReviewTable.why(new Dues(model, List.of(due)), due));

    Cell sentence = new Cell.Sentence("deciding.review.withoutHarm", List.of(3));
    assertThat(why)
        .isEqualTo(
            new Cell.Joined(
                List.of(new Cell.Joined(List.of(sentence, new Cell.Text("sample/1")), " · ")),
                "; "));
  }
}
