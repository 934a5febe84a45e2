package org.concordat.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetListExportTest {
  private static final Workspace EMPTY =
      Workspace.empty(new Organisation("acme", "Acme", "insurance"));

  private static final Workspace WORKSPACE =
      new Workspace(
          EMPTY.organisation(),
          EMPTY.scale(),
          EMPTY.combination(),
          EMPTY.inheritance(),
          List.of(),
          List.of(new Unit("claims", "Claims handling", null, List.of())),
          List.of(),
          List.of(
              new Asset("p1", "=SUM(A1)", AssetKind.PROCESS, "claims", List.of("availability")),
              new Asset(
                  "db",
                  "'-quoted, with comma",
                  AssetKind.INFORMATION,
                  null,
                  List.of("confidentiality", "availability", "privacy")),
              new Asset("n1", "Node", AssetKind.TECHNICAL, "claims", List.of("availability"))),
          List.of(new Dependency("p1", "db"), new Dependency("p1", "n1")),
          List.of(),
          List.of());

  @TempDir Path folder;

  @Test
  void csv_holds_level_score_and_rank_of_each_property_and_defuses_formulas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    AssetListExport.writeCsv(WORKSPACE, AssetListExportTest::score, out);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "id,name,type,unit,depends on,confidentiality priority level,confidentiality priority"
                + " score,confidentiality priority rank,availability priority level,availability"
                + " priority score,availability priority rank,privacy priority level,privacy"
                + " priority score,privacy priority rank",
            "p1,'=SUM(A1),process,Claims handling,db; n1,,,,critical,1.0,1,,,",
            "db,\"''-quoted, with comma\",information,,,marginal,0.5,4,critical,1.0,1,none,0.0,5",
            "n1,Node,technical,Claims handling,,,,,critical,1.0,1,,,");
  }

  @Test
  void the_import_reads_the_export_again() throws Exception {
    Path csv = folder.resolve("assets.csv");
    Path xlsx = folder.resolve("assets.xlsx");
    try (OutputStream out = Files.newOutputStream(csv)) {
      AssetListExport.writeCsv(WORKSPACE, AssetListExportTest::score, out);
    }
    try (OutputStream out = Files.newOutputStream(xlsx)) {
      AssetListExport.writeXlsx(WORKSPACE, AssetListExportTest::score, out);
    }

    for (Path file : List.of(csv, xlsx)) {
      ImportedModel model = AssetListImport.read(file, Optional.empty());
      assertThat(
              model.assets().stream()
                  .map(
                      a ->
                          new Asset(
                              a.id() == null ? "?" : a.id(),
                              a.name(),
                              a.kind(),
                              a.unit() == null ? null : "claims",
                              a.properties() == null ? List.of() : a.properties())))
          .isEqualTo(WORKSPACE.assets());
      assertThat(model.units()).extracting(u -> u.name()).containsExactly("Claims handling");
      assertThat(model.dependencies())
          .extracting(ImportedDependency::element)
          .containsExactly("p1>db", "p1>n1");
      assertThat(model.ratings()).isEmpty();
      assertThat(model.findings()).isEmpty();
    }
  }

  private static double score(Requirement requirement) {
    return switch (requirement.property()) {
      case "availability" -> 1.0;
      case "confidentiality" -> 0.5;
      default -> 0.0;
    };
  }
}
