package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.oscal.profiles.FileImports;
import org.concordat.formats.oscal.profiles.ProfileResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written is valid by NIST's JSON schemas of OSCAL 1.2.1 and by the XML schemas and the
 * constraints of liboscal-java (OSCAL 1.1.3).
 */
@Timeout(180)
class SchemasTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");

  @TempDir Path folder;

  static OscalDocument resolved(String baseline) throws Exception {
    return ProfileResolver.resolve(
            Samples.document(Samples.baseline(baseline)),
            new FileImports(List.of(Samples.path(Samples.CATALOGUE))),
            NOW)
        .catalogue();
  }

  private static OscalDocument crosswalk() {
    return OscalMappingsWriter.write(
        "Two standards",
        List.of(
            new Crosswalk(
                "a-b",
                "a standard",
                "b",
                "Someone",
                "https://example.org/a-b",
                "2",
                "CC0",
                List.of(
                    new Mapping("A.1", Statement.EQUAL, "B.1", 7, "They say *the same*"),
                    new Mapping("A.1", Statement.RELATED, "B.2"),
                    new Mapping("A.2", Statement.NONE, "B.2")))),
        NOW);
  }

  @Test
  void a_resolved_baseline_is_valid_in_all_notations() throws Exception {
    OscalDocument catalogue = resolved("MODERATE");

    assertThat(jsonErrors("oscal_catalog_schema.json", json(catalogue))).isEmpty();
    for (OscalNotation other : List.of(OscalNotation.YAML, OscalNotation.XML)) {
      OscalDocument again = OscalDocument.read("again", catalogue.write(other));
      assertThat(jsonErrors("oscal_catalog_schema.json", json(again))).isEmpty();
    }
    assertValidXml("oscal-catalog_schema.xsd", catalogue);
  }

  @Test
  void the_whole_catalogue_is_valid_xml() throws Exception {
    assertValidXml("oscal-catalog_schema.xsd", Samples.document(Samples.CATALOGUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOW", "PRIVACY"})
  void a_profile_is_valid_xml(String baseline) throws Exception {
    assertValidXml("oscal-profile_schema.xsd", Samples.document(Samples.baseline(baseline)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssp-example.json", "oscal_leveraging-example_ssp.json"})
  void a_plan_is_valid_xml(String plan) throws Exception {
    assertValidXml("oscal-ssp_schema.xsd", Samples.document(plan));
  }

  @Test
  void written_crosswalks_are_a_valid_mapping_collection() throws Exception {
    OscalDocument collection = crosswalk();

    assertThat(jsonErrors("oscal_mapping_schema.json", json(collection))).isEmpty();
    assertThat(collection.check()).isEmpty();
  }

  @Test
  void a_mapping_collection_is_valid_again_after_it_was_xml() throws Exception {
    OscalDocument collection =
        OscalDocument.read("allowed", allowed().getBytes(StandardCharsets.UTF_8));
    OscalDocument again = OscalDocument.read("again", collection.write(OscalNotation.XML));

    assertThat(jsonErrors("oscal_mapping_schema.json", json(again))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "yaml"})
  void liboscal_java_has_nothing_against_a_resolved_baseline(String notation) throws Exception {
    Path file = folder.resolve("resolved." + notation);
    Files.write(file, resolved("LOW").write(OscalNotation.ofName(file.toString()).orElseThrow()));

    // The catalogue of 2021, which it is made of, has these flags.
    assertThat(LibOscal.objections(file)).allMatch("ERROR: depends-on is deprecated"::equals);
  }

  @Test
  void liboscal_java_has_nothing_against_a_profile_that_was_xml() throws Exception {
    OscalDocument profile = Samples.document(Samples.baseline("HIGH"));
    profile
        .root()
        .objects("imports")
        .getFirst()
        .set("href", Samples.path(Samples.CATALOGUE).toUri().toString());
    OscalDocument again = OscalDocument.read("again", profile.write(OscalNotation.XML));
    Path file = Files.write(folder.resolve("profile.json"), again.write(OscalNotation.JSON));

    assertThat(LibOscal.objections(file)).isEmpty();
  }

  @Test
  void our_own_check_finds_what_the_schema_finds() throws Exception {
    assertThat(jsonErrors("oscal_mapping_schema.json", allowed())).isEmpty();
    String broken =
        allowed()
            .replace("\"relationship\" : \"equal-to\",", "")
            .replace("\"version\" : \"1.0.0\"", "\"version\" : 1");

    assertThat(jsonErrors("oscal_mapping_schema.json", broken))
        .anyMatch(error -> error.contains("'relationship' not found"))
        .anyMatch(error -> error.contains("version: integer found, string expected"));
    assertThat(OscalDocument.read("broken", broken.getBytes(StandardCharsets.UTF_8)).check())
        .hasSize(2);
  }

  /** The sample with words that OSCAL 1.2.1 allows: it is older than these. */
  private static String allowed() throws Exception {
    return json(Samples.document(Samples.MAPPING))
        .replace("\"implementation\"", "\"target\"")
        .replace("\"requires\"", "\"has-requirement\"")
        .replace("\"requirement\"", "\"addressable\"");
  }

  private static String json(OscalDocument document) throws Exception {
    return new String(document.write(OscalNotation.JSON), StandardCharsets.UTF_8);
  }

  static List<String> jsonErrors(String schema, String json) throws Exception {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    Schema compiled = registry.getSchema(Samples.text("schema/" + schema), InputFormat.JSON);
    return compiled.validate(json, InputFormat.JSON).stream().map(Objects::toString).toList();
  }

  private static void assertValidXml(String schema, OscalDocument document) throws Exception {
    try (InputStream in = LibOscal.class.getResourceAsStream("/schema/xml/" + schema)) {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory
          .newSchema(new StreamSource(in))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(document.write(OscalNotation.XML))));
    }
  }
}
