package org.concordat.formats.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class AgreementFilesTest {
  private static final Path BANK = Path.of("../examples/bank-a");

  private static Agreement mortgages() throws Exception {
    return AgreementFiles.read(BANK.resolve("mortgages-1.yaml")).agreement();
  }

  @Test
  void the_example_is_read_without_a_finding() throws Exception {
    AgreementFiles.Read read = AgreementFiles.read(BANK.resolve("mortgages-1.yaml"));

    assertThat(read.warnings()).isEmpty();
    assertThat(read.agreement().lines()).hasSize(3);
    assertThat(read.agreement().yearly()).hasToString("14400.00 EUR");
    assertThat(read.agreement().calendar().zone().getId()).isEqualTo("Europe/Berlin");
  }

  @Test
  void what_is_written_is_read_again() throws Exception {
    for (String file : List.of("mortgages-1.yaml", "mortgages-2.yaml")) {
      Agreement agreement = AgreementFiles.read(BANK.resolve(file)).agreement();
      String pretty = new String(AgreementJson.of(agreement).pretty(), StandardCharsets.UTF_8);
      String canonical = new String(AgreementJson.canonical(agreement), StandardCharsets.UTF_8);

      assertThat(AgreementFiles.read("x", pretty).agreement()).isEqualTo(agreement);
      assertThat(AgreementFiles.read("x", canonical).agreement()).isEqualTo(agreement);
    }
  }

  @Test
  void all_parts_of_a_document_are_written() throws Exception {
    String text =
        Files.readString(BANK.resolve("mortgages-1.yaml"))
            .replace(
                "calendar: {zone: Europe/Berlin}",
                """
                calendar: {zone: Europe/Berlin, hours: {monday: ["08:00-12:00", "13:00-24:00"]}, holidays: [2026-12-25]}
                maintenance:
                  - {every: sunday, at: "02:00", for: PT2H}
                  - {from: 2026-05-01T10:00:00Z, until: 2026-05-01T12:00:00Z}
                """)
            .replace("window: month", "window: 28 days")
            .replace("{kind: occurrences}", "{kind: samples-within, good: at-most, limit: 3.5}")
            .replace("threshold: 2\n", "threshold: 0.5\n");
    Agreement agreement = AgreementFiles.read("x", text).agreement();

    String again = new String(AgreementJson.canonical(agreement), StandardCharsets.UTF_8);
    assertThat(AgreementFiles.read("x", again).agreement()).isEqualTo(agreement);
    assertThat(agreement.maintenance()).hasSize(2);
  }

  @Test
  void every_mistake_is_told_with_its_line_at_once() throws Exception {
    String text =
        Files.readString(BANK.resolve("mortgages-1.yaml"))
            .replace("currency: EUR", "currency: euro")
            .replace("direction: at-most", "direction: at-mots")
            .replace("threshold: 0.995", "threshold: 99.5")
            .replace("needed: marginal", "needed: medium")
            .replace("grace-days: 5", "grace-day: 5");

    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> AgreementFiles.read("x.yaml", text));

    assertThat(refused.findings())
        .extracting(Finding::message)
        .anyMatch(
            m -> m.contains("unknown key 'grace-day'") && m.contains("did you mean 'grace-days'"))
        .anyMatch(m -> m.contains("did you mean 'at-most'"))
        .anyMatch(m -> m.contains("write 0.995 for 99.5 %"))
        .anyMatch(m -> m.contains("the levels are negligible, marginal, critical"))
        .anyMatch(m -> m.contains("three capital letters"))
        .allMatch(m -> m.startsWith("x.yaml:"));
  }

  @Test
  void a_service_catalogue_is_read() throws Exception {
    ServiceCatalogue catalogue =
        AgreementFiles.readCatalogue(BANK.resolve("services.yaml"), ImpactScale.DEFAULT);

    assertThat(catalogue.services()).hasSize(2);
    assertThat(catalogue.service("continuity").orElseThrow().levels())
        .extracting(l -> l.targets().size())
        .containsExactly(1, 2, 1);
    assertThat(catalogue.obligations()).hasSize(3);
  }

  @Test
  void canonical_documents_are_those_of_the_reference_implementation() throws Exception {
    byte[] canonical = AgreementJson.canonical(mortgages());
    byte[] pretty = AgreementJson.of(mortgages()).pretty();

    assertThat(new JsonCanonicalizer(pretty).getEncodedUTF8()).isEqualTo(canonical);
    for (long seed = 0; seed < 500; seed++) {
      JsonValue value = object(new Random(seed), 3);
      assertThat(new JsonCanonicalizer(value.pretty()).getEncodedUTF8())
          .as("seed " + seed)
          .isEqualTo(value.canonical());
    }
  }

  private static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 4)) {
      case 0 -> new JsonValue.Text(text(random));
      case 1 -> new JsonValue.Whole(random.nextLong(1L << 53));
      case 2 -> object(random, depth - 1);
      default -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new JsonValue.Items(items);
      }
    };
  }

  private static JsonValue object(Random random, int depth) {
    TreeMap<String, JsonValue> members = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(random), value(random, depth));
    }
    return new JsonValue.Members(members);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) (0xA0 + random.nextInt(0x2000)));
        case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(50));
        default -> text.append("\\\"\n\t\u001f\u20ac\ufb33".charAt(random.nextInt(7)));
      }
    }
    return text.toString();
  }
}
