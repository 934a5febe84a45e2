package org.concordat.core.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingListTest {
  private final FindingList findings = new FindingList();

  private void add(int errors, int warnings) {
    for (int i = 0; i < warnings; i++) {
      findings.warning(Place.NOWHERE, "w" + i, null);
    }
    for (int i = 0; i < errors; i++) {
      findings.error(Place.NOWHERE, "e" + i, null);
    }
  }

  @Test
  void errors_come_before_warnings() {
    add(1, 2);

    assertThat(findings.list()).extracting(Finding::problem).containsExactly("e0", "w0", "w1");
  }

  @Test
  void errors_are_listed_however_many_warnings_come_before() {
    add(1, 5_000);

    List<Finding> list = findings.list();

    assertThat(list).hasSize(1_001);
    assertThat(list.getFirst().problem()).isEqualTo("e0");
    assertThat(list.getLast())
        .isEqualTo(
            Finding.warning(
                Place.NOWHERE,
                "the first 1000 are listed; not listed are 0 errors and 4001 warnings",
                null));
  }

  @Test
  void the_last_finding_is_an_error_when_an_error_is_not_listed() {
    add(1_001, 1);

    assertThat(findings.list().getLast())
        .isEqualTo(
            Finding.error(
                Place.NOWHERE,
                "the first 1000 are listed; not listed are 1 error and 1 warning",
                null));
  }
}
