package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SystemSecurityPlanImportTest {
  @TempDir Path folder;

  @Test
  void the_system_needs_its_components_and_these_the_items_that_implement_them() throws Exception {
    ImportedModel model = read("ssp-example.json");

    assertThat(names(model))
        .containsExactlyInAnyOrder(
            "Enterprise Logging and Auditing System",
            "System and Network Monitoring",
            "Logging Server",
            "System Integration Process",
            "Inventory Management Process",
            "asset-id-logging-server",
            "System Administrator",
            "System Maintainer",
            "Audit Team",
            "Legal Department",
            "Provider");
    assertThat(dependencies(model))
        .containsExactlyInAnyOrder(
            "System and Network Monitoring > Enterprise Logging and Auditing System",
            "Enterprise Logging and Auditing System > Logging Server",
            "Enterprise Logging and Auditing System > System Integration Process",
            "Enterprise Logging and Auditing System > Inventory Management Process",
            "Logging Server > asset-id-logging-server");
    assertThat(asset(model, "Logging Server").kind()).isEqualTo(AssetKind.TECHNICAL);
    assertThat(asset(model, "Audit Team").kind()).isEqualTo(AssetKind.PEOPLE);
    assertThat(asset(model, "System Integration Process").kind()).isEqualTo(AssetKind.PROCESS);
  }

  @Test
  void what_has_no_place_is_counted_by_kind() throws Exception {
    ImportedModel model = read("ssp-example.json");

    assertThat(model.unused().stream().collect(Collectors.toMap(Unused::kind, Unused::count)))
        .containsEntry("component of type policy", 1)
        .containsEntry("component of type guidance", 1)
        .containsEntry("link implements-policy", 2)
        .containsEntry("role", 5)
        .containsEntry("implemented-requirement", 1);
  }

  @Test
  void impact_levels_become_ratings_and_the_selected_goes_before_the_base() throws Exception {
    ImportedModel model = read("ifa_ssp-example.json");

    String links = asset(model, "User-provided Links").element();
    assertThat(model.ratings())
        .contains(
            new ImportedRating(links, "confidentiality", 1, 3, "fips-199-low"),
            new ImportedRating(links, "integrity", 2, 3, "fips-199-moderate"));
    String system = asset(model, "IFA GoodRead").element();
    assertThat(model.ratings()).contains(new ImportedRating(system, "integrity", 2, 3, "medium"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssp-example.xml", "ssp-example.yaml"})
  void the_three_notations_give_the_same_model(String other) throws Exception {
    ImportedModel json = read("ssp-example.json");
    ImportedModel same = read(other);

    assertThat(same.assets()).isEqualTo(json.assets());
    assertThat(same.dependencies()).isEqualTo(json.dependencies());
    assertThat(same.ratings()).isEqualTo(json.ratings());
    assertThat(same.unused()).containsExactlyInAnyOrderElementsOf(json.unused());
    assertThat(same.findings()).hasSameSizeAs(json.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"oscal_leveraged-example_ssp.json", "oscal_leveraging-example_ssp.json"})
  void the_published_examples_are_read(String name) throws Exception {
    ImportedModel model = read(name);

    assertThat(model.assets()).hasSizeGreaterThan(2);
    assertThat(model.ratings()).isNotEmpty();
  }

  @Test
  void a_template_with_placeholders_and_a_repeated_component_is_read() throws Exception {
    ImportedModel model = read("FedRAMP-SSP-OSCAL-Template.json");

    assertThat(model.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).contains("has the UUID of another one"));
    assertThat(dependencies(model))
        .contains(
            "Name of Leveraged System > GovCloud",
            "Service Provided by Leveraged System > GovCloud",
            "[SAMPLE]Service Name > Service Provided by Leveraged System");
    assertThat(model.assets()).extracting(ImportedAsset::element).doesNotHaveDuplicates();
    assertThat(model.unused()).extracting(Unused::kind).contains("component of type validation");
  }

  @Test
  void relations_are_read_in_both_directions_and_broken_ones_are_warnings() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            system-security-plan:
              system-characteristics: {system-name: Portal}
              system-implementation:
                components:
                  - {uuid: A, type: software, title: App, links: [{rel: depends-on, href: "#b"}]}
                  - {uuid: B, type: software, title: Base, links: [{rel: used-by, href: c}]}
                  - {uuid: C, type: gadget, title: Extra, links: [{rel: uses-service, href: "#x"}]}
                  - {uuid: D, type: service, title: Self, links: [{rel: used-by, href: "#D"}]}
            """);

    ImportedModel model = SystemSecurityPlanImport.read(file);

    assertThat(dependencies(model)).contains("App > Base", "Extra > Base", "Portal > App");
    assertThat(model.findings())
        .extracting(f -> f.problem())
        .containsExactlyInAnyOrder(
            "the component type 'gadget' is not known; it is taken for technical",
            "it is linked to 'x', which is no asset of the plan",
            "it is linked to itself, which says nothing");
  }

  @Test
  void another_kind_of_document_is_named() {
    assertThatThrownBy(() -> read("example-component-definition.json"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("this is a component definition in OSCAL")
        .hasMessageContaining("system-security-plan");
  }

  @Test
  void json_of_something_else_is_no_plan() throws Exception {
    assertRefused("{\"packages\": []}", "this is no OSCAL document");
    assertRefused("", "the file is empty");
    assertRefused("{\"system-security-plan\": {", "this is not JSON");
    assertRefused("<system-security-plan><a></system-security-plan>", "this is not XML");
    assertRefused("system-security-plan: [", "this is not YAML");
  }

  @Test
  void bombs_are_refused() throws Exception {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
            + "<system-security-plan>&b;</system-security-plan>";
    assertRefused(laughs, "document type");
    assertRefused("system-security-plan: {uuid: &a x, metadata: *a}", "YAML alias");
    assertRefused("{\"system-security-plan\":" + "[".repeat(100_000), "nested more than 100");
    assertRefused("{\"system-security-plan\":" + "{\"a\":".repeat(150), "nested more than 100");
    assertRefused("system-security-plan: " + "[".repeat(100_000), "nested more than 100");
    assertRefused("<system-security-plan>" + "<a>".repeat(100_000), "nested more than 100");
  }

  @Test
  void xml_in_another_encoding_is_refused() throws Exception {
    Path file =
        Files.write(
            folder.resolve("plan.xml"),
            "<system-security-plan>\u00e9</system-security-plan>"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SystemSecurityPlanImport.read(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("not XML");
  }

  private void assertRefused(String document, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("plan"), document);
    assertThatThrownBy(() -> SystemSecurityPlanImport.read(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(problem);
  }

  private static ImportedModel read(String name)
      throws IOException, InvalidInput, URISyntaxException {
    return SystemSecurityPlanImport.read(
        Path.of(
            Objects.requireNonNull(
                    SystemSecurityPlanImportTest.class.getResource(
                        "/org/concordat/formats/oscal/" + name))
                .toURI()));
  }

  private static List<String> names(ImportedModel model) {
    return model.assets().stream().map(ImportedAsset::name).toList();
  }

  private static ImportedAsset asset(ImportedModel model, String name) {
    return model.assets().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> dependencies(ImportedModel model) {
    Map<String, String> names =
        model.assets().stream()
            .collect(Collectors.toMap(ImportedAsset::element, ImportedAsset::name));
    return model.dependencies().stream()
        .map(d -> names.get(d.from()) + " > " + names.get(d.on()))
        .toList();
  }
}
