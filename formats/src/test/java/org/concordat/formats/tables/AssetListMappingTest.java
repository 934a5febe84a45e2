package org.concordat.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AssetListMappingTest {
  private static final String MAPPING =
      """
      headerRow: 2
      columns:
        name: CI Label
        type: Sort
        dependsOn: {column: Upstream, separator: "/"}
        confidentiality: Secret
      types:
        Blue box: technical
        Case file: information
      ratings:
        steps: 4
        words: {green: 1, amber: 2, red: 4}
      ignore: [Owner]
      """;

  @TempDir Path folder;

  @Test
  void a_mapping_explains_a_table_of_ones_own() throws Exception {
    Path list =
        write(
            "list.csv",
            """
            name,type,depends on
            CI label,Sort,Upstream,Secret,Owner
            Alpha,blue box,Beta / Gamma,red,Ann
            Beta,case file,,2,Ann
            Gamma,blue box,,green,
            """);

    ImportedModel model =
        AssetListImport.read(list, Optional.of(AssetListMapping.read(write("map.yaml", MAPPING))));

    assertThat(model.assets())
        .extracting(ImportedAsset::name, ImportedAsset::kind)
        .containsExactly(
            tuple("Alpha", AssetKind.TECHNICAL),
            tuple("Beta", AssetKind.INFORMATION),
            tuple("Gamma", AssetKind.TECHNICAL));
    assertThat(model.dependencies())
        .extracting(ImportedDependency::on)
        .containsExactly("Beta", "Gamma");
    assertThat(model.ratings())
        .extracting(ImportedRating::step, ImportedRating::steps)
        .containsExactly(tuple(4, 4), tuple(2, 4), tuple(1, 4));
    assertThat(model.unused())
        .extracting(Unused::kind, Unused::count)
        .containsExactly(tuple("column \"Owner\"", 2));
    assertThat(model.units()).isEmpty();
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void every_mistake_is_reported_at_once_with_line_and_key() {
    assertThatThrownBy(
            () ->
                AssetListMapping.read(
                    write(
                        "map.yaml",
                        """
                        sheets: X
                        headerRow: none
                        columns:
                          nmae: A
                          type: {colum: B}
                        types: {Box: thing}
                        ratings: {steps: 3, words: {red: 4}}
                        ignore: Owner
                        """)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.findings())
                    .extracting(f -> f.place().line(), f -> f.place().key())
                    .containsExactly(
                        tuple(1, "sheets"),
                        tuple(2, "headerRow"),
                        tuple(4, "columns.nmae"),
                        tuple(5, "columns.type.colum"),
                        tuple(5, "columns.type"),
                        tuple(6, "types.Box"),
                        tuple(7, "ratings.words.red"),
                        tuple(8, "ignore")));
  }

  @Test
  void a_column_that_the_table_does_not_have_is_an_error() throws Exception {
    Path list = write("list.csv", "CI Label,Sort\nAlpha,server\n");
    Path map = write("map.yaml", "columns: {name: CI Label, type: Kind of thing}\n");

    assertThatThrownBy(() -> AssetListImport.read(list, Optional.of(AssetListMapping.read(map))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there is no column 'Kind of thing'");
  }

  @Test
  void broken_or_hostile_yaml_is_refused() {
    assertRefused("a: [", "not YAML");
    assertRefused("- a", "holds keys");
    assertRefused("", "holds keys");
    assertRefused("[".repeat(100_000), "YAML");
    assertRefused("ignore: &a [x, *a]", "");
  }

  private void assertRefused(String yaml, String problem) {
    assertThatThrownBy(() -> AssetListMapping.read(write("map.yaml", yaml)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(problem);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
