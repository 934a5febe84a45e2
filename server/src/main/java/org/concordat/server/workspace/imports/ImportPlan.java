package org.concordat.server.workspace.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.digests.Sha256;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.imports.ImportMerge;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportMerge.Outcome;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.sources.SourceKind;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.workspace.Uploads.Upload;
import org.concordat.server.workspace.imports.ImportJob.Preview;

/**
 * What a file comes to on a model: the changes, and how they are shown.
 *
 * @param changes all of them, to be made at once
 */
record ImportPlan(List<WorkspaceChange> changes, Preview preview) {
  private static final int SAMPLES = 100;

  /** A file that was read: the workspace itself, or what another tool says. */
  sealed interface Source {
    record Whole(Workspace workspace) implements Source {}

    /**
     * A model of other people's.
     *
     * @param findings what was found in it, under the name by which its sender knows the file
     */
    record Model(ImportedModel model, List<Finding> findings) implements Source {
      public Model {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInput when it is nothing that can be imported, or broken
   * @throws IOException when it cannot be put where it is read from
   */
  static Source read(Upload upload) throws IOException, InvalidInput {
    return upload.asFile(file -> read(upload.name(), file));
  }

  private static Source read(String name, Path file) throws IOException, InvalidInput {
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return new Source.Whole(WorkspaceFiles.read(file).workspace());
    }
    SourceKind kind = SourceKind.detect(file).orElseThrow(() -> unknown(name));
    ImportedModel model = kind.read(file);
    return new Source.Model(
        model,
        model.findings().stream().map(finding -> finding.renamed(file.toString(), name)).toList());
  }

  private static InvalidInput unknown(String name) {
    return new InvalidInput(
        List.of(
            Finding.error(
                Place.NOWHERE,
                "'" + name + "' is nothing that can be imported",
                "send an ArchiMate model, a list of assets (CSV, XLSX), an OSCAL system security"
                    + " plan or a workspace (YAML)")));
  }

  /**
   * What a file comes to.
   *
   * @param before the model as it is now
   * @param day what ratings are dated with
   */
  static ImportPlan of(Source source, Workspace before, LocalDate day) {
    return switch (source) {
      case Source.Whole(var after) -> plan(before, after, Map.of(), List.of(), List.of());
      case Source.Model(var imported, var findings) -> {
        Merged merged = ImportMerge.into(before, imported, day);
        yield plan(
            before, merged.workspace(), counted(merged.outcomes()), imported.unused(), findings);
      }
    };
  }

  private static Map<String, Map<Effect, Integer>> counted(List<Outcome> outcomes) {
    Map<String, Map<Effect, Integer>> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      counts
          .computeIfAbsent(outcome.kind().name(), _ -> new EnumMap<>(Effect.class))
          .merge(outcome.effect(), 1, Integer::sum);
    }
    return counts;
  }

  private static ImportPlan plan(
      Workspace before,
      Workspace after,
      Map<String, Map<Effect, Integer>> counts,
      List<ImportedModel.Unused> unused,
      List<Finding> findings) {
    List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);
    ChangeWording wording = new ChangeWording(before, after);
    List<String> samples = changes.stream().limit(SAMPLES).map(wording::describe).toList();
    return new ImportPlan(
        changes,
        new Preview(
            counts,
            samples,
            changes.size(),
            unused,
            ImportRows.few(findings),
            fingerprint(changes)));
  }

  /** Changes that say the same have the same; the order counts, and is always the same. */
  private static String fingerprint(List<WorkspaceChange> changes) {
    MessageDigest digest = Sha256.begin();
    for (WorkspaceChange change : changes) {
      digest.update(change.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
