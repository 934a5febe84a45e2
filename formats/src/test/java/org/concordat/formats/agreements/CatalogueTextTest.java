package org.concordat.formats.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.concordat.core.agreements.BillingPeriod;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.junit.jupiter.api.Test;

class CatalogueTextTest {
  private static final ImpactScale SCALE =
      new ImpactScale(List.of("negligible", "marginal", "critical"));
  private static final List<String> WORDS =
      List.of(
          "yes",
          "null",
          "a: b",
          "a #b",
          "- x",
          "\"quoted\"",
          "back\\slash",
          "[list], {map}",
          "Größe 5 %",
          "1.5",
          "2026-01-01",
          "*star",
          "&and",
          "two\nlines",
          "Plain words",
          "ends with colon:",
          "'single'",
          "emoji \uD83D\uDD10");

  private static ServiceCatalogue read(String text) throws Exception {
    return AgreementFiles.readCatalogue("services.yaml", text, SCALE);
  }

  @Test
  void the_catalogue_of_the_example_is_written_without_loss() throws Exception {
    String text = Files.readString(Path.of("../examples/bank-a/services.yaml"));
    ServiceCatalogue catalogue = read(text);

    assertThat(read(CatalogueText.of(catalogue, SCALE))).isEqualTo(catalogue);
  }

  @Test
  void any_catalogue_is_read_again_as_it_was_written() throws Exception {
    long seed = 20261126;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      ServiceCatalogue catalogue = catalogue(random);
      String text = CatalogueText.of(catalogue, SCALE);

      assertThat(read(text)).as("seed %d, case %d:%n%s", seed, i, text).isEqualTo(catalogue);
    }
  }

  @Test
  void remarks_at_the_beginning_can_be_kept_and_those_inside_are_noticed() {
    String head = "# What we offer.\n\n# Ask us.\n";

    assertThat(CatalogueText.head(head + "currency: EUR\n")).isEqualTo(head);
    assertThat(CatalogueText.head("currency: EUR\n")).isEmpty();
    assertThat(CatalogueText.hasRemarksInside(head + "currency: EUR\n")).isFalse();
    assertThat(CatalogueText.hasRemarksInside("currency: EUR # euro\n")).isTrue();
    assertThat(CatalogueText.hasRemarksInside("currency: EUR\n  # euro\n")).isTrue();
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String name(Random random) {
    return word(random).replace('\n', ' ');
  }

  private static ServiceCatalogue catalogue(Random random) {
    List<SecurityService> services = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      services.add(service(random, "s" + i));
    }
    return new ServiceCatalogue(
        "EUR",
        services,
        random.nextBoolean() ? List.of() : List.of(new Obligation("no", Side.SUPPLY, word(random))),
        random.nextBoolean() ? List.of() : List.of(new Exclusion("1", word(random))));
  }

  private static SecurityService service(Random random, String id) {
    List<ServiceLevel> levels = new ArrayList<>();
    for (int protection = 1 + random.nextInt(3); protection <= 3; protection++) {
      List<TargetTerms> targets = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        targets.add(terms(random));
      }
      levels.add(
          new ServiceLevel(
              "l" + protection,
              name(random),
              Level.of(protection),
              new Price(
                  money(random),
                  name(random),
                  List.of(BillingPeriod.values()).get(random.nextInt(3)),
                  random.nextBoolean() ? Money.none("EUR") : money(random)),
              targets));
    }
    Set<AssetKind> kinds = new HashSet<>();
    for (AssetKind kind : AssetKind.values()) {
      if (random.nextInt(3) == 0) {
        kinds.add(kind);
      }
    }
    return new SecurityService(
        id,
        name(random),
        random.nextBoolean() ? null : word(random),
        random.nextBoolean() ? Set.of("availability") : Set.of("no", "integrity"),
        kinds,
        levels);
  }

  private static Money money(Random random) {
    return new Money(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5)), "EUR");
  }

  private static TargetTerms terms(Random random) {
    Measure measure =
        switch (random.nextInt(8)) {
          case 0 -> new Measure.SuccessRatio();
          case 1 -> new Measure.Availability();
          case 2 -> new Measure.WithinTime(Duration.ofMinutes(1 + random.nextInt(10_000)));
          case 3 -> new Measure.LongestTime();
          case 4 -> new Measure.Occurrences();
          case 5 -> new Measure.SampleMean();
          case 6 -> new Measure.WorstSample();
          default ->
              new Measure.SamplesWithin(
                  Direction.AT_MOST, BigDecimal.valueOf(random.nextInt(1000) - 500, 2));
        };
    BigDecimal threshold = BigDecimal.valueOf(500 + random.nextInt(500), 3);
    return new TargetTerms(
        measure,
        Direction.AT_LEAST,
        threshold,
        switch (random.nextInt(3)) {
          case 0 -> new Window.CalendarMonth();
          case 1 -> new Window.CalendarQuarter();
          default -> new Window.RollingDays(1 + random.nextInt(366));
        },
        word(random),
        1 + random.nextInt(3),
        random.nextBoolean()
            ? List.of()
            : List.of(
                new CreditTier(threshold, new BigDecimal("0.1")),
                new CreditTier(new BigDecimal("0.25"), new BigDecimal("0.5"))));
  }
}
