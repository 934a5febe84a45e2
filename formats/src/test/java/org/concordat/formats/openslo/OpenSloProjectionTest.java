package org.concordat.formats.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.formats.agreements.AgreementFiles;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OpenSloProjectionTest {
  private static final Path BANK = Path.of("../examples/bank-a/mortgages-1.yaml");
  private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec");
  private static final Set<String> SLO =
      Set.of(
          "description",
          "service",
          "indicator",
          "indicatorRef",
          "timeWindow",
          "budgetingMethod",
          "objectives",
          "alertPolicies");
  private static final Set<String> OBJECTIVE =
      Set.of(
          "displayName",
          "op",
          "value",
          "target",
          "targetPercent",
          "timeSliceTarget",
          "timeSliceWindow",
          "indicator",
          "indicatorRef");

  private static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      documents.add(map(document));
    }
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  private static Object at(Map<String, Object> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static Map<String, Object> first(Object list) {
    assertThat(list).isInstanceOf(List.class);
    return map(((List<?>) list).getFirst());
  }

  /** What the specification's notes ask of an SLO, as far as its own examples keep it. */
  private static void check(Map<String, Object> slo) {
    assertThat(TOP).containsAll(slo.keySet());
    assertThat(slo).containsEntry("apiVersion", "openslo/v1");
    Map<String, Object> metadata = map(at(slo, "metadata"));
    assertThat(at(metadata, "name").toString()).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    Map<String, Object> spec = map(at(slo, "spec"));
    assertThat(SLO).containsAll(spec.keySet());
    assertThat(at(spec, "description").toString()).hasSizeLessThanOrEqualTo(1_050);
    assertThat(at(spec, "budgetingMethod")).isIn("Occurrences", "Timeslices", "RatioTimeslices");
    Map<String, Object> window = first(at(spec, "timeWindow"));
    assertThat(at(window, "duration").toString()).matches("[1-9][0-9]*[mhdwMQY]");
    boolean isRolling = Boolean.TRUE.equals(at(window, "isRolling"));
    assertThat(window.containsKey("calendar")).isEqualTo(!isRolling);
    Map<String, Object> indicator = map(at(map(at(spec, "indicator")), "spec"));
    assertThat(indicator.keySet()).hasSize(1).isSubsetOf("thresholdMetric", "ratioMetric");
    for (Object each : (List<?>) at(spec, "objectives")) {
      Map<String, Object> objective = map(each);
      assertThat(OBJECTIVE).containsAll(objective.keySet());
      assertThat(((Number) at(objective, "target")).doubleValue()).isBetween(0.0, 0.9999999999);
      if (indicator.containsKey("thresholdMetric")) {
        assertThat(at(objective, "op")).isIn("lte", "gte", "lt", "gt");
        assertThat(at(objective, "value")).isInstanceOf(Number.class);
      }
      assertThat(objective.containsKey("timeSliceWindow"))
          .isEqualTo(!"Occurrences".equals(at(spec, "budgetingMethod")));
    }
    if (indicator.containsKey("ratioMetric")) {
      Map<String, Object> ratio = map(at(indicator, "ratioMetric"));
      assertThat(ratio.containsKey("raw")).isEqualTo(ratio.containsKey("rawType"));
      assertThat(ratio.containsKey("raw")).isNotEqualTo(ratio.containsKey("total"));
    }
  }

  @Test
  void the_specifications_own_examples_pass_the_check() throws Exception {
    for (String file :
        List.of("occurences-slo.yaml", "timeslices-slo.yaml", "ratio-timeslices.yaml")) {
      Path path =
          Path.of(Objects.requireNonNull(OpenSloProjectionTest.class.getResource(file)).getPath());
      documents(Files.readString(path)).forEach(OpenSloProjectionTest::check);
    }
  }

  @Test
  void targets_become_objectives_that_keep_the_specification() throws Exception {
    Agreement agreement = AgreementFiles.read(BANK).agreement();
    OpenSloProjection projection = OpenSloProjection.of(agreement);
    List<Map<String, Object>> documents = documents(projection.toYaml());

    assertThat(documents).extracting(d -> d.get("kind")).containsExactly("Service", "SLO", "SLO");
    documents.stream().skip(1).forEach(OpenSloProjectionTest::check);
    Map<String, Object> up = map(at(documents.get(1), "spec"));
    assertThat(up).containsEntry("budgetingMethod", "RatioTimeslices");
    assertThat(first(at(up, "objectives"))).containsEntry("target", 0.995);
    assertThat(first(at(up, "timeWindow"))).containsEntry("duration", "1M");
    Map<String, Object> patches = map(at(documents.get(2), "spec"));
    assertThat(first(at(patches, "objectives")))
        .containsEntry("op", "lte")
        .containsEntry("value", 1_209_600);
  }

  @Test
  void what_openslo_has_no_words_for_is_told_with_its_reason() throws Exception {
    Agreement agreement = AgreementFiles.read(BANK).agreement();

    assertThat(OpenSloProjection.of(agreement).omitted())
        .containsExactly(
            new OpenSloProjection.Omitted(
                "false-bookings", "OpenSLO knows no objective on a number of events"));
    String hours =
        Files.readString(BANK)
            .replace(
                "{zone: Europe/Berlin}",
                "{zone: Europe/Berlin, hours: {monday: [\"08:00-18:00\"]}}");
    OpenSloProjection restricted =
        OpenSloProjection.of(AgreementFiles.read("x", hours).agreement());
    assertThat(restricted.objects()).isEmpty();
    assertThat(restricted.omitted())
        .hasSize(3)
        .allMatch(o -> o.because().startsWith("OpenSLO knows no hours"));
  }
}
