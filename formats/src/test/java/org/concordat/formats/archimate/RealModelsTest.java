package org.concordat.formats.archimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.archimate.Translation.Translated;
import org.concordat.formats.imports.ImportMerge;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The published models of LICENCES.md, whole. */
class RealModelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archisurance-3.1.archimate",
        "archisurance-3.0-openexchange.xml",
        "wildriver.archimate",
        "wildriver.openexchange.xml",
        "heyblue.archimate",
        "heyblue.openexchange.xml",
        "dmbd.archimate",
        "dmbd.openexchange.xml",
        "esdc-common-sandbox.archimate",
        "vera-4.3.1.openexchange.xml"
      })
  void used_and_unused_add_up_to_what_the_file_holds(String name) throws Exception {
    Totals file = Totals.of(Models.bytes(name));

    Translated read = translate(name);

    assertThat(read.usedElements() + read.unusedElements()).isEqualTo(file.elements);
    assertThat(read.usedRelations() + read.unusedRelations()).isEqualTo(file.relations);
    ImportedModel model = read.model();
    assertThat(read.usedElements())
        .isGreaterThanOrEqualTo(
            model.units().size()
                + model.goals().size()
                + model.factors().size()
                + model.assets().size());
    assertThat(model.unused().stream().mapToInt(Unused::count).sum())
        .isEqualTo(
            read.unusedElements()
                + read.unusedRelations()
                + file.views
                + file.folders
                + file.properties
                + file.definitions
                + file.profiles);
    assertThat(count(model, "view")).isEqualTo(file.views);
    assertThat(count(model, "property")).isEqualTo(file.properties);
    assertThat(model.unused()).allSatisfy(unused -> assertThat(unused.why()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "wildriver.archimate,wildriver.openexchange.xml",
    "heyblue.archimate,heyblue.openexchange.xml",
    "dmbd.archimate,dmbd.openexchange.xml"
  })
  void both_formats_of_a_model_say_the_same(String archi, String exchange) throws Exception {
    ImportedModel one = translate(archi).model();
    ImportedModel other = translate(exchange).model();

    assertThat(said(one)).containsExactlyInAnyOrderElementsOf(said(other));
    assertThat(one.assets().size() + one.goals().size()).isPositive();
  }

  /** Archi's own copies of ArchiSurance differ in a few relations, and in what nobody protects. */
  @Test
  void the_two_files_of_archisurance_name_the_same_units_and_assets() throws Exception {
    ImportedModel one = translate("archisurance-3.1.archimate").model();
    ImportedModel other = translate("archisurance-3.0-openexchange.xml").model();

    assertThat(said(one).stream().filter(line -> !line.startsWith("needs")).toList())
        .containsExactlyInAnyOrderElementsOf(
            said(other).stream().filter(line -> !line.startsWith("needs")).toList());
  }

  @Test
  void archisurance_gives_the_units_and_assets_of_an_insurer() throws Exception {
    ImportedModel model = translate("archisurance-3.1.archimate").model();

    assertThat(model.source()).isEqualTo("archisurance-3.1.archimate");
    assertThat(model.units())
        .extracting(ImportedModel.ImportedUnit::name)
        .hasSize(22)
        .contains("Archisurance", "Home & Away", "Finance", "Claims Handling")
        .doesNotContain("Client");
    assertThat(said(model))
        .contains(
            "asset PEOPLE Client of nobody",
            "asset PROCESS Handle Claim of Archisurance",
            "asset SERVICE Claims Payment Service of Archisurance",
            "asset INFORMATION Customer File Data of nobody",
            "needs PROCESS Valuate > INFORMATION Damage Claim",
            "needs INFORMATION Customer File > INFORMATION Customer File Data",
            "needs PROCESS Pay > SERVICE Premium Payment Service",
            "needs TECHNICAL Financial Application > TECHNICAL Financial Software");
    assertThat(model.goals()).isEmpty();
    assertThat(model.unused())
        .filteredOn(unused -> unused.kind().equals("Principle"))
        .singleElement()
        .extracting(Unused::count)
        .isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archisurance-3.1.archimate",
        "wildriver.archimate",
        "esdc-common-sandbox.archimate",
        "vera-4.3.1.openexchange.xml"
      })
  void importing_a_model_again_changes_nothing(String name) throws Exception {
    ImportedModel model = translate(name).model();
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    LocalDate day = LocalDate.of(2026, 3, 2);

    Workspace once = ImportMerge.into(empty, model, day).workspace();
    ImportMerge.Merged again = ImportMerge.into(once, model, day.plusDays(1));

    assertThat(once.assets()).hasSameSizeAs(model.assets());
    assertThat(once.dependencies()).hasSameSizeAs(model.dependencies());
    assertThat(again.workspace()).isEqualTo(once);
    assertThat(again.outcomes())
        .extracting(ImportMerge.Outcome::effect)
        .containsOnly(ImportMerge.Effect.UNCHANGED);
  }

  private Translated translate(String name) throws InvalidInput, IOException {
    return ArchimateImport.translate(Models.real(folder, name));
  }

  private static int count(ImportedModel model, String kind) {
    return model.unused().stream()
        .filter(unused -> unused.kind().equals(kind))
        .mapToInt(Unused::count)
        .sum();
  }

  /** What the model says, in names, for the two formats write identifiers differently. */
  private static List<String> said(ImportedModel model) {
    Map<String, String> units = new HashMap<>();
    model.units().forEach(unit -> units.put(unit.element(), named(unit.name())));
    Map<String, String> assets = new HashMap<>();
    model.assets().forEach(a -> assets.put(a.element(), a.kind() + " " + named(a.name())));
    return Stream.of(
            model.units().stream().map(u -> "unit " + named(u.name())),
            model.goals().stream()
                .map(g -> "goal " + named(g.name()) + " of " + units.get(g.unit())),
            model.factors().stream().map(f -> "factor " + named(f.name())),
            model.assets().stream()
                .map(
                    a ->
                        "asset "
                            + assets.get(a.element())
                            + " of "
                            + (a.unit() == null ? "nobody" : units.get(a.unit()))),
            model.dependencies().stream()
                .map(d -> "needs " + assets.get(d.from()) + " > " + assets.get(d.on())))
        .flatMap(lines -> lines)
        .toList();
  }

  /** The exchange format's identifiers start with a letter, which shows in nameless elements. */
  private static String named(String name) {
    return name.replace(" id-", " ");
  }

  /** The file's contents counted by the slow and obvious way, a whole tree. */
  private record Totals(
      int elements,
      int relations,
      int views,
      int folders,
      int properties,
      int definitions,
      int profiles) {
    static Totals of(byte[] file) throws Exception {
      NodeList tags =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(file))
              .getElementsByTagName("*");
      int[] counts = new int[7];
      for (int i = 0; i < tags.getLength(); i++) {
        Element tag = (Element) tags.item(i);
        String type = tag.getAttribute("xsi:type");
        switch (tag.getTagName()) {
          case "element" ->
              counts[type.endsWith("Relationship") ? 1 : type.endsWith("Model") ? 2 : 0]++;
          case "relationship" -> counts[1]++;
          case "view" -> counts[2]++;
          case "folder" -> counts[3]++;
          case "item" -> counts[3] += tag.hasAttribute("identifierRef") ? 0 : 1;
          case "property" -> counts[4]++;
          case "propertyDefinition" -> counts[5]++;
          case "profile" -> counts[6]++;
          default -> {}
        }
      }
      return new Totals(
          counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }
  }
}
