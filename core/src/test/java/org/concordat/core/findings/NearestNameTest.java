package org.concordat.core.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final NearestName FEW =
      NearestName.among(List.of("claims-db", "claims-app", "node", "code"));

  @Test
  void the_name_with_the_least_edits_is_nearest() {
    assertThat(FEW.to("claim-db")).contains("claims-db");
    assertThat(FEW.to("lcaims-bd")).contains("claims-db");
    assertThat(FEW.to("claimsapp")).contains("claims-app");
  }

  @Test
  void the_first_in_the_alphabet_wins_among_equals() {
    assertThat(FEW.to("mode")).contains("code");
    assertThat(NearestName.among(List.of("ab", "aa")).to("ac")).contains("aa");
  }

  @Test
  void nothing_is_near_to_something_else_altogether() {
    assertThat(FEW.to("policyholder")).isEmpty();
    assertThat(FEW.to("")).isEmpty();
    assertThat(FEW.remedyFor("policyholder")).isNull();
  }

  @Test
  void among_many_names_one_edit_is_found() {
    Set<String> many = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      many.add("asset-" + i);
    }
    NearestName names = NearestName.among(many);

    assertThat(names.remedyFor("aset-123456")).isEqualTo("did you mean 'asset-123456'?");
    assertThat(names.to("asset-1234567")).contains("asset-123456");
    assertThat(names.to("asste-9")).contains("asset-9");
    assertThat(names.to("essett-123456")).isEmpty();
  }
}
