package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update changes the lines of what changed, and nothing else. */
class WorkspaceUpdateTest {
  private static final String YAML =
      """
      # Acme, kept by the security office.
      concordat: 1
      organisation: {id: acme}   # the group

      assets:   # by name
        # The heart of it.
        # Do not lose.
        - {id: a,   name: "A"}   # first

        - id: b
          name: >
            B, in
            words
          # inside b
          kind: people

        # The third.
        - {id: c}
      # end of assets

      factors:
      - {id: loss}
      """;

  @TempDir private Path folder;

  private Path file = Path.of("w.yaml");

  private void file(String text) throws IOException {
    file = folder.resolve("w.yaml");
    Files.writeString(file, text);
  }

  private String update(UnaryOperator<Workspace> change) throws Exception {
    Workspace before = WorkspaceFiles.read(file).workspace();
    WorkspaceFiles.update(file, before, change.apply(before));
    return Files.readString(file);
  }

  static Workspace withAssets(Workspace w, UnaryOperator<List<Asset>> change) {
    return new Workspace(
        w.organisation(),
        w.scale(),
        w.combination(),
        w.inheritance(),
        w.properties(),
        w.units(),
        w.factors(),
        change.apply(new ArrayList<>(w.assets())),
        w.dependencies(),
        w.impacts(),
        w.origins());
  }

  private static Workspace withUnits(Workspace w, List<Unit> units) {
    return new Workspace(
        w.organisation(),
        w.scale(),
        w.combination(),
        w.inheritance(),
        w.properties(),
        units,
        w.factors(),
        w.assets(),
        w.dependencies(),
        w.impacts(),
        w.origins());
  }

  private static Workspace withHeader(
      Workspace w, Organisation organisation, ImpactScale scale, Inheritance inheritance) {
    return new Workspace(
        organisation,
        scale,
        w.combination(),
        inheritance,
        w.properties(),
        w.units(),
        w.factors(),
        w.assets(),
        w.dependencies(),
        w.impacts(),
        w.origins());
  }

  private static Asset asset(String id, AssetKind kind) {
    return new Asset(id, id, kind, null, List.of("integrity"));
  }

  private static List<Asset> edit(List<Asset> assets, Runnable edit) {
    edit.run();
    return assets;
  }

  @Test
  void a_changed_entry_keeps_its_comments() throws Exception {
    file(YAML);

    String text =
        update(w -> withAssets(w, as -> edit(as, () -> as.set(0, asset("a", AssetKind.SERVICE)))));

    assertThat(text)
        .isEqualTo(
            YAML.replace(
                "- {id: a,   name: \"A\"}   # first",
                "- {id: a, kind: service, properties: [integrity]} # first"));
  }

  @Test
  void a_changed_entry_of_several_lines_is_replaced_whole() throws Exception {
    file(YAML);

    String text =
        update(w -> withAssets(w, as -> edit(as, () -> as.set(1, asset("b", AssetKind.SERVICE)))));

    assertThat(text)
        .isEqualTo(
            YAML.replace(
                """
                  - id: b
                    name: >
                      B, in
                      words
                    # inside b
                    kind: people
                """,
                """
                  - {id: b, kind: service, properties: [integrity]}
                """));
  }

  @Test
  void a_removed_entry_takes_the_comment_lines_above_it_along() throws Exception {
    file(YAML);

    String text = update(w -> withAssets(w, as -> edit(as, () -> as.remove(0))));

    assertThat(text)
        .isEqualTo(
            YAML.replace(
                "  # The heart of it.\n  # Do not lose.\n  - {id: a,   name: \"A\"}   # first\n",
                ""));
  }

  @Test
  void a_new_entry_comes_after_the_last_one_of_its_list() throws Exception {
    file(YAML);

    String text =
        update(w -> withAssets(w, as -> edit(as, () -> as.add(0, asset("d", AssetKind.PEOPLE)))));

    assertThat(text)
        .isEqualTo(
            YAML.replace(
                "  - {id: c}\n",
                "  - {id: c}\n  - {id: d, kind: people, properties: [integrity]}\n"));
  }

  @Test
  void a_list_may_become_empty_and_full_again() throws Exception {
    file(YAML);

    String empty = update(w -> withAssets(w, _ -> List.of()));
    String full = update(w -> withAssets(w, _ -> List.of(asset("z", AssetKind.PEOPLE))));

    assertThat(empty).contains("assets:   # by name\n").contains("# end of assets\n");
    assertThat(full)
        .contains("assets:   # by name\n  - {id: z, kind: people, properties: [integrity]}\n");
  }

  @Test
  void a_new_list_comes_to_the_end_of_the_file_and_keeps_its_line_breaks() throws Exception {
    file("concordat: 1\r\norganisation: {id: acme}");

    String text = update(w -> withAssets(w, _ -> List.of(asset("z", AssetKind.PEOPLE))));

    assertThat(text)
        .isEqualTo(
            """
            concordat: 1
            organisation: {id: acme}
            assets:
              - {id: z, kind: people, properties: [integrity]}
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void a_file_without_a_last_line_break_takes_an_entry_and_a_new_list() throws Exception {
    file("concordat: 1\norganisation: {id: acme} # we\nassets:\n  - {id: a} # one");

    String text =
        update(
            w ->
                withUnits(
                    withAssets(w, as -> edit(as, () -> as.add(asset("z", AssetKind.PEOPLE)))),
                    List.of(new Unit("u", "u", null, List.of()))));

    assertThat(text)
        .isEqualTo(
            """
            concordat: 1
            organisation: {id: acme} # we
            assets:
              - {id: a} # one
              - {id: z, kind: people, properties: [integrity]}
            units:
              - id: u
            """);
  }

  @Test
  void header_keys_change_come_and_go_on_their_lines() throws Exception {
    file(YAML);

    String added =
        update(
            w ->
                withHeader(
                    w,
                    new Organisation("acme", "Acme", null),
                    new ImpactScale(List.of("low", "high")),
                    new Inheritance(2)));
    String removed = update(w -> withHeader(w, w.organisation(), w.scale(), Inheritance.DEFAULT));

    assertThat(added)
        .isEqualTo(
            YAML.replace(
                "organisation: {id: acme}   # the group\n",
                "organisation: {id: acme, name: Acme}\nscale: [low, high]\ninheritance:"
                    + " {cumulation: 2}\n"));
    assertThat(removed).isEqualTo(added.replace("inheritance: {cumulation: 2}\n", ""));
  }

  @Test
  void entries_that_name_a_renamed_level_are_written_anew() throws Exception {
    String text =
        """
        concordat: 1
        organisation: {id: acme}
        scale: [low, mid, high]
        factors: [{id: loss}]
        units:
          - id: u
            goals:
              - {id: g, importance: high}
              # kept
              - {id: h,  importance: low}
        impacts:
          - {factor: loss,  goal: g, level: high}   # a
          - {factor: loss,  goal: h, level: low}   # b
        """;
    file(text);

    String updated =
        update(
            w ->
                withHeader(
                    w,
                    w.organisation(),
                    new ImpactScale(List.of("low", "mid", "severe")),
                    w.inheritance()));

    assertThat(updated)
        .isEqualTo(
            text.replace("mid, high]", "mid, severe]")
                .replace("{id: g, importance: high}", "{id: g, importance: severe}")
                .replace(
                    "{factor: loss,  goal: g, level: high}   # a",
                    "{factor: loss, goal: g, level: severe} # a"));
  }

  @Test
  void a_changed_goal_changes_only_its_line() throws Exception {
    String text =
        """
        concordat: 1
        organisation: {id: acme}
        units:
          - id: u   # the unit
            goals:  # its goals
              # quick
              - {id: g}
              # slow
              - {id: h}
            name: U
        """;
    file(text);

    String updated =
        update(
            w ->
                withUnits(
                    w,
                    List.of(
                        new Unit(
                            "u",
                            "U",
                            null,
                            List.of(new Goal("h", "Hm", null), new Goal("i", "i", null))))));

    assertThat(updated)
        .isEqualTo(
            text.replace("      # quick\n      - {id: g}\n", "")
                .replace("{id: h}\n", "{id: h, name: Hm}\n      - {id: i}\n"));
  }

  @Test
  void a_list_in_flow_style_is_written_anew_alone() throws Exception {
    file(
        """
        concordat: 1
        organisation: {id: acme}
        assets: [{id: a}, # one
          {id: b}]
        # two
        factors:
          - {id:   loss}
        """);

    String text = update(w -> withAssets(w, as -> edit(as, () -> as.remove(0))));

    assertThat(text)
        .isEqualTo(
            """
            concordat: 1
            organisation: {id: acme}
            assets:
              - {id: b}
            # two
            factors:
              - {id:   loss}
            """);
  }

  @Test
  void a_file_in_flow_style_is_written_anew() throws Exception {
    file("{concordat: 1, organisation: {id: acme}, assets: [{id: a}]}");

    String text = update(w -> withAssets(w, _ -> List.of()));

    assertThat(text).isEqualTo("concordat: 1\norganisation: {id: acme}\n");
  }

  @Test
  void another_order_alone_changes_no_file() throws Exception {
    file(YAML);

    String text = update(w -> withAssets(w, as -> edit(as, () -> Collections.reverse(as))));

    assertThat(text).isEqualTo(YAML);
  }

  @Test
  void in_a_folder_only_the_files_that_change_are_touched() throws Exception {
    file = folder;
    FileTime old = FileTime.fromMillis(0);
    Files.writeString(folder.resolve("a.yaml"), "concordat: 1\norganisation: {id: acme}\n");
    Files.writeString(folder.resolve("few.yaml"), "assets:\n  - {id: a}\n");
    Files.writeString(folder.resolve("most.yaml"), "assets:\n  - {id: b}\n  - {id: c}\n");
    for (String name : List.of("a.yaml", "few.yaml", "most.yaml")) {
      Files.setLastModifiedTime(folder.resolve(name), old);
    }
    Workspace before = WorkspaceFiles.read(folder).workspace();
    Workspace more = withAssets(before, as -> edit(as, () -> as.add(asset("d", AssetKind.PEOPLE))));
    Workspace after =
        new Workspace(
            more.organisation(),
            more.scale(),
            more.combination(),
            more.inheritance(),
            more.properties(),
            more.units(),
            List.of(new Factor("loss", "loss", null)),
            more.assets(),
            more.dependencies(),
            more.impacts(),
            more.origins());

    WorkspaceFiles.update(folder, before, after);

    assertThat(Files.getLastModifiedTime(folder.resolve("a.yaml"))).isEqualTo(old);
    assertThat(Files.getLastModifiedTime(folder.resolve("few.yaml"))).isEqualTo(old);
    assertThat(folder.resolve("most.yaml"))
        .hasContent(
            "assets:\n  - {id: b}\n  - {id: c}\n  - {id: d, kind: people, properties:"
                + " [integrity]}\n");
    assertThat(folder.resolve("factors.yaml")).hasContent("factors:\n  - {id: loss}\n");
    assertThat(WorkspaceFiles.read(folder).workspace().factors()).isEqualTo(after.factors());
  }

  @Test
  void any_change_between_random_workspaces_is_read_back() throws Exception {
    for (long seed = 0; seed < 60; seed++) {
      RandomWorkspaces workspaces = new RandomWorkspaces(seed);
      Workspace before = workspaces.next();
      Path path = folder.resolve("w" + seed + (seed % 2 == 0 ? ".yaml" : ""));
      WorkspaceFiles.save(before, path);
      Workspace after = mixed(before, workspaces.next(), new Random(seed));

      WorkspaceFiles.update(path, before, after);

      Workspace read = WorkspaceFiles.read(path).workspace();
      assertThat(WorkspaceUpdate.equalButForOrder(read, after)).as("seed %d", seed).isTrue();
    }
  }

  /** Takes over what another workspace has, but for some impacts, or some entries gone. */
  private static Workspace mixed(Workspace one, Workspace other, Random random) {
    List<Impact> impacts = new ArrayList<>(one.impacts());
    impacts.removeIf(_ -> random.nextInt(3) == 0);
    Collections.shuffle(impacts, random);
    Workspace pruned =
        new Workspace(
            other.organisation(),
            one.scale(),
            one.combination(),
            one.inheritance(),
            other.properties(),
            one.units(),
            one.factors(),
            one.assets(),
            List.of(),
            impacts,
            other.origins());
    boolean isValid =
        WorkspaceRules.check(pruned).stream()
            .noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    return isValid && random.nextBoolean() ? pruned : other;
  }
}
