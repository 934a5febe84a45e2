package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of the format mean. */
class WorkspaceReadingTest {
  private static final String START = "concordat: 1\norganisation: {id: acme}\n";

  @TempDir private Path folder;

  private static Workspace parse(String yaml) throws InvalidInput {
    return WorkspaceFiles.parse("w.yaml", yaml).workspace();
  }

  private void file(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void every_key_of_the_format_is_read() throws Exception {
    Workspace read =
        parse(
            """
            concordat: 1
            organisation: {id: acme, name: Acme Insurance, industry: insurance}
            scale: [low, medium, high]
            combination: {along: {matrix: [[low, low, low], [low, 2, medium], [1, medium, high]]}, across: average}
            inheritance: {cumulation: 3}
            properties:
              - {id: traceability, name: Traceable, description: who did what}
            units:
              - id: claims
                name: Claims handling
                discipline: operational-excellence
                description: pays
                goals:
                  - {id: fast, name: Settle within a day, importance: high, description: soon}
            factors:
              - {id: loss, name: Lost hours, controllable: true, description: idle people}
            assets:
              - {id: db, name: Database, kind: technical, unit: claims, properties: [availability, traceability], description: old}
              - {id: node}
            dependencies:
              - {from: node, on: db, strength: medium, carries: {integrity: traceability}, redundancy: {group: web, needs: 1}}
              - {from: db, on: node, carries: {}}
            impacts:
              - {requirement: db/availability, factor: loss, level: high, by: j.doe, on: 2026-03-02, because: "waiting", agreed: true}
              - {factor: loss, goal: fast, level: low}
            imports:
              - {source: model.archimate, element: "17", kind: asset, id: db}
            """);

    Level low = Level.of(1);
    Level medium = Level.of(2);
    Level high = Level.of(3);
    Along matrix =
        new Along.Matrix(
            List.of(
                List.of(low, low, low), List.of(low, medium, medium), List.of(low, medium, high)));
    assertThat(read)
        .isEqualTo(
            new Workspace(
                new Organisation("acme", "Acme Insurance", "insurance"),
                new ImpactScale(List.of("low", "medium", "high")),
                new Combination(matrix, Combination.Across.AVERAGE),
                new Inheritance(3),
                List.of(new PropertyDefinition("traceability", "Traceable", "who did what")),
                List.of(
                    new Unit(
                        "claims",
                        "Claims handling",
                        ValueDiscipline.OPERATIONAL_EXCELLENCE,
                        "pays",
                        List.of(new Goal("fast", "Settle within a day", high, "soon")))),
                List.of(new Factor("loss", "Lost hours", true, "idle people")),
                List.of(
                    new Asset(
                        "db",
                        "Database",
                        AssetKind.TECHNICAL,
                        "claims",
                        "old",
                        List.of("availability", "traceability")),
                    new Asset(
                        "node", "node", AssetKind.INFORMATION, null, SecurityProperty.CLASSIC)),
                List.of(
                    new Dependency(
                        "node",
                        "db",
                        medium,
                        new TreeMap<>(Map.of("integrity", "traceability")),
                        new Redundancy("web", 1)),
                    new Dependency("db", "node", null, new TreeMap<>(), null)),
                List.of(
                    new Impact.RequirementImpact(
                        new Requirement("db", "availability"),
                        "loss",
                        new Judgement(high, "j.doe", LocalDate.of(2026, 3, 2), "waiting", true)),
                    new Impact.FactorImpact("loss", "fast", Judgement.of(low))),
                List.of(new Origin("model.archimate", "17", Origin.Kind.ASSET, "db"))));
  }

  @Test
  void what_is_absent_has_its_default() throws Exception {
    assertThat(parse(START)).isEqualTo(Workspace.empty(new Organisation("acme", "acme", null)));
  }

  @Test
  void an_explicit_nothing_is_the_same_as_absent() throws Exception {
    Workspace read =
        parse(START + "units:\nassets: ~\nscale: null\nfactors:\n  - {id: f, name: }\n");

    assertThat(read.units()).isEmpty();
    assertThat(read.scale()).isEqualTo(ImpactScale.DEFAULT);
    assertThat(read.factors()).containsExactly(new Factor("f", "f", null));
  }

  @Test
  void an_empty_list_of_properties_is_not_the_default_one() throws Exception {
    Workspace read = parse(START + "assets: [{id: a, properties: []}, {id: b, properties: }]\n");

    assertThat(read.assets().getFirst().properties()).isEmpty();
    assertThat(read.assets().getLast().properties()).isEqualTo(SecurityProperty.CLASSIC);
  }

  @Test
  void scalars_are_taken_by_their_text() throws Exception {
    Workspace read =
        parse(
            START
                + """
                scale: [1, 2.0, yes]
                factors:
                  - {id: 007, name: no, description: 2026-03-02}
                  - {id: "008", name: 'null', controllable: FALSE}
                assets: [{id: 1e3, name: 0x10}]
                impacts: [{requirement: 1e3/integrity, factor: 007, level: yes}]
                """);

    assertThat(read.scale().names()).containsExactly("1", "2.0", "yes");
    assertThat(read.factors())
        .containsExactly(
            new Factor("007", "no", null, "2026-03-02"), new Factor("008", "null", false));
    assertThat(read.assets().getFirst().name()).isEqualTo("0x10");
    assertThat(read.impacts().getFirst().judgement().level()).isEqualTo(Level.of(3));
  }

  @Test
  void a_name_of_a_level_comes_before_its_number_in_a_matrix() throws Exception {
    Workspace read =
        parse(START + "scale: [2, 1]\ncombination: {along: {matrix: [[2, 2], [2, 1]]}}\n");

    assertThat(read.combination().along())
        .isEqualTo(
            new Along.Matrix(
                List.of(List.of(Level.of(1), Level.of(1)), List.of(Level.of(1), Level.of(2)))));
  }

  @Test
  void the_scale_may_stand_after_the_levels_that_use_it() throws Exception {
    Workspace read =
        parse(START + "units: [{id: u, goals: [{id: g, importance: high}]}]\nscale: [low, high]\n");

    assertThat(read.units().getFirst().goals().getFirst().importance()).isEqualTo(Level.of(2));
  }

  @Test
  void the_canonical_form_reads_like_the_design_papers() throws Exception {
    String yaml =
        """
        concordat: 1
        organisation: {id: acme, name: Acme Insurance, industry: insurance}
        inheritance: {cumulation: 3}
        units:
          - id: claims
            name: Claims handling
            discipline: operational-excellence
            goals:
              - {id: fast-settlement, name: Settle within a day, importance: critical}
        factors:
          - {id: productivity-loss, name: Loss of productivity, controllable: true}
        assets:
          - {id: claims-db, name: Claims database, unit: claims}
          - {id: claims-process, kind: process}
        dependencies:
          - {from: claims-process, on: claims-db, strength: critical, carries: {availability: availability}}
        impacts:
          - {requirement: claims-db/availability, factor: productivity-loss, level: critical, by: j.doe, on: 2026-03-02, because: "..."}
          - {factor: productivity-loss, goal: fast-settlement, level: critical}
        """;

    assertThat(WorkspaceFiles.write(parse(yaml))).isEqualTo(yaml);
  }

  @Test
  void the_lists_of_the_files_of_a_folder_are_joined_in_the_order_of_their_paths()
      throws Exception {
    file("b/assets.yml", "assets: [{id: second}]\n");
    file("a.yaml", START + "assets: [{id: first}]\n");
    file("c/deep/more.yaml", "scale: [low, high]\nassets: [{id: third}]\n");
    file("README.md", "not yaml: [");
    file("model.archimate", "<model/>");
    file(".hidden/x.yaml", "nonsense");
    file(".x.yaml", "nonsense");
    file("empty.yaml", "# nothing yet\n");

    Workspace read = WorkspaceFiles.read(folder).workspace();

    assertThat(read.assets()).extracting(Asset::id).containsExactly("first", "second", "third");
    assertThat(read.scale().names()).containsExactly("low", "high");
  }

  @Test
  void a_header_key_in_two_files_is_refused() throws Exception {
    file("a.yaml", START + "scale: [low, high]\n");
    file("b.yaml", "concordat: 1\nscale: [low, high]\n");

    assertThatThrownBy(() -> WorkspaceFiles.read(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            folder.resolve("b.yaml")
                + ":2:1: scale: the key 'scale' stands in another file as well; keep it in one"
                + " file");
  }

  @Test
  void findings_name_the_file_and_the_position_in_it() throws Exception {
    file("a.yaml", START + "assets:\n  - {id: a}\n  - {id: b}\n");
    file("b.yaml", "assets:\n  - {id: c}\n  - {id: d, unit: nowhere}\n");
    file("c.yaml", "assets:\n  - {id: b}\n");

    assertThatThrownBy(() -> WorkspaceFiles.read(folder))
        .hasMessage(
            folder.resolve("b.yaml")
                + ":3:19: assets[1].unit: there is no unit 'nowhere'\n"
                + folder.resolve("c.yaml")
                + ":2:10: assets[0].id: the asset id 'b' stands twice; give one of the two another"
                + " id, or remove it");
  }

  @Test
  void a_folder_without_yaml_is_refused() {
    assertThatThrownBy(() -> WorkspaceFiles.read(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            folder
                + ": the folder holds no YAML file; a workspace is a file, or a folder with files,"
                + " that end in .yaml or .yml");
  }

  @Test
  void a_path_where_nothing_is_is_refused() {
    Path path = folder.resolve("nothing");

    assertThatThrownBy(() -> WorkspaceFiles.read(path))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(path + ": there is no such file or folder");
  }

  @Test
  void a_link_out_of_the_folder_is_passed_over_with_a_warning(@TempDir Path elsewhere)
      throws Exception {
    file("a.yaml", START);
    Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "assets: [{id: secret}]");
    Files.createSymbolicLink(folder.resolve("link.yaml"), secret);
    Files.createSymbolicLink(folder.resolve("same.yaml"), folder.resolve("a.yaml"));

    WorkspaceFiles.Read read = WorkspaceFiles.read(folder);

    assertThat(read.workspace().assets()).isEmpty();
    assertThat(read.warnings())
        .extracting(Finding::message)
        .containsExactly(
            folder.resolve("link.yaml")
                + ": this link does not lead to a file of the folder and is passed over");
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws Exception {
    Files.write(folder.resolve("a.yaml"), ("\uFEFF" + START).getBytes(StandardCharsets.UTF_8));

    assertThat(WorkspaceFiles.read(folder).workspace().organisation().id()).isEqualTo("acme");
  }

  @Test
  void warnings_come_with_the_workspace_in_the_order_of_lines() throws Exception {
    WorkspaceFiles.Read read =
        WorkspaceFiles.parse(
            "w.yaml",
            START
                + """
                units: [{id: idle}]
                assets:
                  - {id: a, properties: [integrity, integritty]}
                imports: [{source: s, element: e, kind: factor, id: gone}]
                """);

    assertThat(read.warnings())
        .extracting(Finding::message)
        .containsExactly(
            "w.yaml:3:9: units[0]: the unit 'idle' has no goals, so nothing can matter to it; state"
                + " at least one goal under 'goals'",
            "w.yaml:5:37: assets[0].properties[1]: the property 'integritty' is neither a known one"
                + " nor declared; did you mean 'integrity'? Or declare it under 'properties' if it"
                + " is meant",
            "w.yaml:6:53: imports[0].id: the imported entry 'gone' is gone; importing 's' again"
                + " brings it back; else remove this line");
  }
}
