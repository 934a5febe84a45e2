package org.concordat.formats.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Identifier;
import org.concordat.formats.content.InformationType.Impact;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedContentTest {
  @Test
  void all_information_types_are_there_with_their_impacts() {
    List<InformationType> types = ShippedContent.informationTypes();

    assertThat(types).hasSize(169).extracting(InformationType::id).doesNotHaveDuplicates();
    InformationType hazard =
        types.stream().filter(t -> t.id().equals("D.14.4")).findFirst().orElseThrow();
    assertThat(hazard.title()).isEqualTo("Health Care Delivery Services");
    assertThat(hazard.impacts())
        .isEqualTo(
            Map.of(
                "confidentiality",
                Impact.LOW,
                "integrity",
                Impact.HIGH,
                "availability",
                Impact.LOW));
  }

  @Test
  void an_impact_that_is_not_stated_is_absent() {
    assertThat(ShippedContent.informationTypes("C.3.5.9"))
        .singleElement()
        .satisfies(t -> assertThat(t.impacts()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "claims data, General Insurance",
    "CLAIMS, General Insurance",
    "payroll, Compensation Management",
    "patient, Health Care Delivery Services",
    "students, Higher Education",
    "invoices, Collections and Receivables",
    "higher educ, Higher Education",
    "production, Manufacturing"
  })
  void everyday_words_find_an_information_type(String search, String title) {
    assertThat(ShippedContent.informationTypes(search))
        .extracting(InformationType::title)
        .contains(title);
  }

  @Test
  void a_word_that_is_nowhere_finds_nothing() {
    assertThat(ShippedContent.informationTypes("claims zebra")).isEmpty();
  }

  @Test
  void an_information_type_becomes_a_rated_asset() {
    ImportedModel model = ShippedContent.asImportedModel(ShippedContent.informationTypes("D.17.2"));

    assertThat(model.assets())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.name()).isEqualTo("Legal Defense");
              assertThat(a.kind()).isEqualTo(AssetKind.INFORMATION);
            });
    assertThat(model.ratings())
        .containsExactlyInAnyOrder(
            new ImportedRating("D.17.2", "confidentiality", 2, 3, "moderate"),
            new ImportedRating("D.17.2", "integrity", 3, 3, "high"),
            new ImportedRating("D.17.2", "availability", 1, 3, "low"));
  }

  @Test
  void every_factor_is_complete_and_usable() {
    assertThat(ShippedContent.factors())
        .hasSizeGreaterThanOrEqualTo(30)
        .allSatisfy(
            f -> {
              assertThat(Identifier.isValid(f.id())).isTrue();
              assertThat(f.name()).isNotBlank();
              assertThat(f.description()).endsWith(".");
              assertThat(f.namedBy()).isNotBlank();
              assertThat(f.asFactor().controllable()).isEqualTo(f.controllable());
            })
        .extracting(CatalogueFactor::id)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insurance",
        "banking",
        "health care",
        "manufacturing",
        "public administration",
        "energy",
        "retail",
        "universities",
        "telecoms",
        "logistics"
      })
  void every_industry_has_factors_of_its_own(String industry) {
    assertThat(ShippedContent.factors(industry))
        .filteredOn(f -> !f.industries().isEmpty())
        .hasSizeGreaterThanOrEqualTo(4);
  }
}
