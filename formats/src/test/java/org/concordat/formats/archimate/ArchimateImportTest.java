package org.concordat.formats.archimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.concordat.formats.archimate.Models.element;
import static org.concordat.formats.archimate.Models.relation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedFactor;
import org.concordat.formats.imports.ImportedModel.ImportedGoal;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchimateImportTest {
  private static final Path GUIDE = Path.of("..", "docs", "archimate.md");

  @TempDir Path folder;

  /** The guide's table of elements is the specification; every row is tried. */
  @TestFactory
  List<DynamicTest> an_element_becomes_what_the_guide_says() throws IOException {
    List<String[]> rows = rows("## Elements");
    assertThat(rows.stream().map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ElementType.values()).map(ElementType::typeName).toList());
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> assertBecomes(row[0], row[1])))
        .toList();
  }

  private void assertBecomes(String type, String expected) throws Exception {
    ImportedModel model = read(element("e", type, "It"));

    assertThat(model.units())
        .isEqualTo(
            expected.equals("unit") ? List.of(new ImportedUnit("e", "It", null)) : List.of());
    assertThat(model.goals())
        .isEqualTo(
            expected.equals("goal") ? List.of(new ImportedGoal("e", "It", null, null)) : List.of());
    assertThat(model.factors())
        .isEqualTo(
            expected.equals("factor") ? List.of(new ImportedFactor("e", "It", null)) : List.of());
    assertThat(model.assets().stream().map(a -> a.kind().name().toLowerCase(Locale.ROOT)))
        .containsExactlyElementsOf(
            List.of("unit", "goal", "factor", "not used").contains(expected)
                ? List.of()
                : List.of(expected));
    assertThat(model.unused().stream().map(Unused::kind).anyMatch(type::equals))
        .isEqualTo(expected.equals("not used"));
  }

  @TestFactory
  List<DynamicTest> a_relation_becomes_what_the_guide_says() throws IOException {
    List<String[]> rows = rows("## Relations");
    assertThat(rows).hasSize(RelationType.values().length);
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> assertNeeds(row[0], row[1])))
        .toList();
  }

  private void assertNeeds(String type, String expected) throws Exception {
    ImportedModel model =
        read(
            element("s", "Node", "Source")
                + element("t", "Node", "Target")
                + relation("r", type, "s", "t"));

    assertThat(needs(model))
        .containsExactlyElementsOf(
            switch (expected) {
              case "source on target" -> List.of("s>t");
              case "target on source" -> List.of("t>s");
              case "none" -> List.of();
              default -> throw new AssertionError("the guide says '" + expected + "'");
            });
    assertThat(model.unused().stream().map(Unused::kind).anyMatch((type + "Relationship")::equals))
        .isEqualTo(expected.equals("none"));
  }

  private static List<String[]> rows(String heading) throws IOException {
    String text = Files.readString(GUIDE);
    String section =
        text.substring(text.indexOf(heading))
            .lines()
            .skip(1)
            .reduce("", ArchimateImportTest::untilHeading);
    return section
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.substring(1).split("\\|", -1))
        .map(row -> new String[] {row[0].strip(), row[1].strip()})
        .toList();
  }

  private static String untilHeading(String before, String line) {
    return before.endsWith("#") || line.startsWith("## ") ? before + "#" : before + "\n" + line;
  }

  @ParameterizedTest
  @CsvSource({
    "UsedByRelationship, TARGET_NEEDS_SOURCE",
    "RealisationRelationship, TARGET_NEEDS_SOURCE",
    "SpecialisationRelationship, NONE",
    "AssociationRelationship, NONE",
  })
  void relations_of_archimate_2_are_known(String name, RelationType.Need need) {
    assertThat(RelationType.named(name).orElseThrow().need()).isEqualTo(need);
  }

  @ParameterizedTest
  @CsvSource({
    "InfrastructureService, TECHNOLOGY_SERVICE",
    "InfrastructureFunction, TECHNOLOGY_FUNCTION",
    "InfrastructureInterface, TECHNOLOGY_INTERFACE",
    "CommunicationPath, PATH",
    "Network, COMMUNICATION_NETWORK",
    "OrJunction, JUNCTION",
  })
  void elements_of_archimate_2_are_known(String name, ElementType type) {
    assertThat(ElementType.named(name)).contains(type);
  }

  @Test
  void the_exchange_format_2_1_is_read() throws Exception {
    Path file =
        write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <model xmlns="http://www.opengroup.org/xsd/archimate"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">
              <name xml:lang="en">Old</name>
              <propertydefs><propertydef identifier="p" name="x" type="string"/></propertydefs>
              <elements>
                <element identifier="a" xsi:type="ApplicationComponent">
                  <label xml:lang="nl">Polis</label><label xml:lang="en">Policy system</label>
                  <documentation xml:lang="nl">Oud</documentation>
                </element>
                <element identifier="b" xsi:type="InfrastructureService">
                  <label xml:lang="nl">Opslag</label>
                </element>
              </elements>
              <relationships>
                <relationship identifier="r" source="b" target="a" xsi:type="UsedByRelationship"/>
              </relationships>
              <organization>
                <item><label>Folder</label><item identifierref="a"/></item>
              </organization>
              <views><view identifier="v"><node identifier="n" elementref="a"/></view></views>
            </model>
            """);

    ImportedModel model = ArchimateImport.read(file);

    assertThat(model.assets())
        .extracting(ImportedAsset::name)
        .containsExactly("Policy system", "Opslag");
    assertThat(model.assets().get(0).description()).isEqualTo("Oud");
    assertThat(needs(model)).containsExactly("a>b");
    assertThat(model.unused())
        .extracting(Unused::kind, Unused::count)
        .containsExactly(tuple("folder", 1), tuple("property definition", 1), tuple("view", 1));
  }

  @Test
  void a_zipped_model_says_the_same_as_a_plain_one() throws Exception {
    byte[] plain = Models.bytes("archisurance-3.1.archimate");
    Path zipped = folder.resolve("archisurance-3.1.archimate");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
      zip.putNextEntry(new ZipEntry("images/logo.png"));
      zip.write(new byte[100]);
      zip.putNextEntry(new ZipEntry("model.xml"));
      zip.write(plain);
    }
    ImportedModel fromZip = ArchimateImport.read(zipped);

    Files.write(zipped, plain);

    assertThat(fromZip).isEqualTo(ArchimateImport.read(zipped));
  }

  @Test
  void a_junction_joins_relations_of_one_type() throws Exception {
    // a ─serving→ j ─serving→ k ─serving→ c      b ─flow→ j: leads nowhere      j ─serving→ d
    ImportedModel model =
        read(
            nodes("a", "b", "c", "d")
                + element("j", "Junction", "")
                + element("k", "Junction", "")
                + relation("1", "Serving", "a", "j")
                + relation("2", "Serving", "j", "k")
                + relation("3", "Serving", "k", "c")
                + relation("4", "Serving", "j", "d")
                + relation("5", "Flow", "b", "j"));

    assertThat(needs(model)).containsExactlyInAnyOrder("c>a", "d>a");
    assertThat(model.unused())
        .contains(new Unused("FlowRelationship", 1, ModelLinks.LOOSE))
        .noneMatch(unused -> unused.kind().equals("Junction"));
  }

  @Test
  void junctions_in_a_ring_come_to_an_end() throws Exception {
    ImportedModel model =
        read(
            nodes("a", "b")
                + element("j", "Junction", "")
                + element("k", "Junction", "")
                + relation("1", "Flow", "a", "j")
                + relation("2", "Flow", "j", "k")
                + relation("3", "Flow", "k", "j")
                + relation("4", "Flow", "k", "b"));

    assertThat(needs(model)).containsExactly("b>a");
  }

  @Test
  void a_relation_to_a_grouping_applies_to_its_members() throws Exception {
    ImportedModel model =
        read(
            nodes("a", "b", "c")
                + element("g", "Grouping", "Outer")
                + element("h", "Grouping", "Inner")
                + element("unused", "Grouping", "Unused")
                + relation("1", "Composition", "g", "a")
                + relation("2", "Aggregation", "g", "h")
                + relation("3", "Aggregation", "h", "b")
                + relation("4", "Aggregation", "h", "g")
                + relation("5", "Serving", "c", "g")
                + relation("6", "Aggregation", "unused", "c"));

    assertThat(needs(model)).containsExactlyInAnyOrder("a>c", "b>c");
    assertThat(model.unused())
        .extracting(Unused::kind)
        .containsExactly("AggregationRelationship", "Grouping", "folder");
  }

  @Test
  void a_relation_that_stands_for_too_many_pairs_is_left_out() throws Exception {
    StringBuilder content = new StringBuilder(element("g", "Grouping", "G"));
    content.append(element("h", "Grouping", "H"));
    for (int i = 0; i < 33; i++) {
      content.append(element("a" + i, "Node", "A")).append(element("b" + i, "Node", "B"));
      content.append(relation("x" + i, "Composition", "g", "a" + i));
      content.append(relation("y" + i, "Composition", "h", "b" + i));
    }
    content.append(relation("r", "Serving", "g", "h"));

    ImportedModel model = read(content.toString());

    assertThat(model.dependencies()).isEmpty();
    assertThat(model.unused()).contains(new Unused("ServingRelationship", 1, ModelLinks.TOO_WIDE));
  }

  @Test
  void relations_that_join_no_two_elements_are_reported() throws Exception {
    ImportedModel model =
        read(
            nodes("a", "b")
                + relation("r", "Flow", "a", "b")
                + relation("self", "Triggering", "a", "a")
                + relation("onto", "Association", "b", "r")
                + relation("dangling", "Serving", "a", "nowhere")
                + relation("odd", "Odd", "a", "b"));

    assertThat(needs(model)).containsExactly("b>a");
    assertThat(model.unused())
        .contains(
            new Unused("TriggeringRelationship", 1, ModelLinks.TO_ITSELF),
            new Unused("AssociationRelationship", 1, ModelLinks.TO_RELATION),
            new Unused("ServingRelationship", 1, ModelLinks.DANGLING),
            new Unused("OddRelationship", 1, ModelLinks.NOT_ARCHIMATE));
    assertThat(model.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.place().key()).isEqualTo("dangling");
              assertThat(finding.place().line()).isPositive();
              assertThat(finding.problem()).contains("nowhere");
            });
  }

  @Test
  void several_relations_between_two_assets_make_one_dependency() throws Exception {
    ImportedModel model =
        read(
            nodes("a", "b")
                + relation("1", "Flow", "a", "b")
                + relation("2", "Serving", "a", "b")
                + relation("3", "Composition", "b", "a"));

    assertThat(model.dependencies()).containsExactly(new ImportedDependency("b>a", "b", "a"));
  }

  @Test
  void an_element_without_a_name_is_called_by_type_and_identifier() throws Exception {
    ImportedModel model = read(element("x1", "Node", "  ") + element("x2", "Node", "A&#10; B"));

    assertThat(model.assets()).extracting(ImportedAsset::name).containsExactly("Node x1", "A B");
  }

  @Test
  void elements_without_a_proper_identifier_are_reported() throws Exception {
    ImportedModel model =
        read(element("x", "Node", "A") + element("x", "Device", "B") + element("", "Node", "C"));

    assertThat(model.assets()).extracting(ImportedAsset::name).containsExactly("A");
    assertThat(model.unused())
        .contains(
            new Unused("Device", 1, ModelLinks.BAD_ID), new Unused("Node", 1, ModelLinks.BAD_ID));
    assertThat(model.findings()).hasSize(2);
  }

  @Test
  void an_actor_that_only_plays_idle_roles_is_people() throws Exception {
    ImportedModel model =
        read(
            element("client", "BusinessActor", "Client")
                + element("insurant", "BusinessRole", "Insurant")
                + element("company", "BusinessActor", "Company")
                + element("insurer", "BusinessRole", "Insurer")
                + element("claims", "BusinessProcess", "Handle claims")
                + relation("1", "Assignment", "client", "insurant")
                + relation("2", "Assignment", "company", "insurer")
                + relation("3", "Assignment", "insurer", "claims"));

    assertThat(model.units()).extracting(ImportedUnit::name).containsExactly("Company");
    assertThat(model.assets())
        .extracting(ImportedAsset::name)
        .containsExactly("Client", "Insurant", "Insurer", "Handle claims");
    assertThat(needs(model)).containsExactlyInAnyOrder("insurant>client", "claims>insurer");
  }

  @Test
  void an_asset_belongs_to_the_one_unit_that_owns_it() throws Exception {
    ImportedModel model =
        read(
            element("u", "BusinessFunction", "Claims")
                + element("v", "BusinessFunction", "Finance")
                + element("p", "BusinessProcess", "Pay")
                + element("part", "BusinessProcess", "Check")
                + element("shared", "BusinessProcess", "Shared")
                + element("app", "ApplicationService", "App")
                + element("mail", "ApplicationService", "Mail")
                + element("books", "ApplicationFunction", "Books")
                + relation("1", "Composition", "u", "p")
                + relation("2", "Composition", "p", "part")
                + relation("3", "Assignment", "u", "shared")
                + relation("4", "Assignment", "v", "shared")
                + relation("5", "Serving", "app", "v")
                + relation("6", "Serving", "mail", "u")
                + relation("7", "Serving", "mail", "v")
                + relation("8", "Realization", "books", "v"));

    assertThat(model.assets())
        .extracting(ImportedAsset::element, ImportedAsset::unit)
        .containsExactly(
            tuple("p", "u"),
            tuple("part", "u"),
            tuple("shared", null),
            tuple("app", "v"),
            tuple("mail", null),
            tuple("books", "v"));
    assertThat(model.findings())
        .singleElement()
        .extracting(Finding::problem)
        .isEqualTo("several units could own 'Shared', 'Mail', so none does");
    assertThat(model.unused()).extracting(Unused::count).containsExactly(2, 2, 1);
  }

  @Test
  void a_goal_belongs_to_the_one_unit_that_it_is_linked_with() throws Exception {
    ImportedModel model =
        read(
            element("u", "BusinessActor", "Board")
                + element("v", "BusinessActor", "Sales")
                + element("s", "Stakeholder", "board")
                + element("t", "Stakeholder", "Sellers")
                + element("idle", "Stakeholder", "Public")
                + element("g1", "Goal", "Profit")
                + element("g2", "Outcome", "Growth")
                + element("g3", "Goal", "Everybody's")
                + relation("1", "Association", "s", "g1")
                + relation("2", "Assignment", "v", "t")
                + relation("3", "Influence", "t", "g2")
                + relation("4", "Association", "u", "g3")
                + relation("5", "Association", "v", "g3"));

    assertThat(model.goals())
        .extracting(ImportedGoal::element, ImportedGoal::unit)
        .containsExactly(tuple("g1", "u"), tuple("g2", "v"), tuple("g3", null));
    assertThat(model.unused())
        .extracting(Unused::kind, Unused::count)
        .containsExactly(
            tuple("AssociationRelationship", 2), tuple("Stakeholder", 1), tuple("folder", 1));
  }

  private ImportedModel read(String content) throws InvalidInput, IOException {
    return ArchimateImport.read(Models.archi(folder, content));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("model.xml"), text, StandardCharsets.UTF_8);
  }

  private static String nodes(String... ids) {
    return Stream.of(ids).map(id -> element(id, "Node", id)).reduce("", String::concat);
  }

  private static List<String> needs(ImportedModel model) {
    return model.dependencies().stream().map(ImportedDependency::element).toList();
  }
}
