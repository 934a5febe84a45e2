package org.concordat.formats.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Library;
import org.concordat.formats.crosswalks.CrosswalkText;
import org.concordat.formats.standards.StandardsFiles;
import org.junit.jupiter.api.Test;

/** What is written is read again without loss. */
class CrosswalkTextTest {
  @Test
  void everything_that_ships_survives_being_written() throws Exception {
    Library shipped = ShippedStandards.library();

    Library again =
        StandardsFiles.parse(
                "written", CrosswalkText.of(shipped.catalogues(), shipped.crosswalks()))
            .library();

    assertThat(again.catalogues()).isEqualTo(shipped.catalogues());
    assertThat(again.crosswalks()).isEqualTo(shipped.crosswalks());
  }

  @Test
  void texts_of_any_kind_survive_being_written() throws Exception {
    String odd = "quotes \" and ' and \\ # not: a comment\nnext\tline é … \u0085 \u2028 😀 {}[]";
    Catalogue catalogue =
        new Catalogue("own", odd, List.of(new Control("1", odd, null, odd, false, true)));

    assertThat(
            StandardsFiles.parse("written", CrosswalkText.of(List.of(catalogue), List.of()))
                .library()
                .catalogues())
        .containsExactly(catalogue);
  }
}
