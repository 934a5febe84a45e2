package org.concordat.formats.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetRules;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.yaml.Source;

/** Reads a budget question; everything that is wrong with it is told at once. */
public final class BudgetFile {
  /** The largest YAML file that is read, in bytes. */
  public static final long FILE_BYTES = 16L << 20;

  private BudgetFile() {}

  /**
   * What a file holds, before the rules.
   *
   * @param given the case
   * @param places where its parts stand
   */
  record Draft(BudgetCase given, BudgetRules.Places places) {}

  /**
   * Reads a file; what ends in {@code .yaml} or {@code .yml} is YAML, the rest a table.
   *
   * @param standing the horizon and the budgets of a table, and of a YAML file that says none
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static BudgetCase read(Path file, Workspace workspace, BudgetCase standing)
      throws IOException, InvalidInput {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    FindingList findings = new FindingList();
    Draft draft = draft(file, workspace, standing, findings);
    BudgetRules.check(
        draft.given, requirements(workspace), workspace.scale(), draft.places, findings);
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    return draft.given;
  }

  private static Draft draft(
      Path file, Workspace workspace, BudgetCase standing, FindingList findings)
      throws IOException, InvalidInput {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return new ControlTable(file, workspace.scale(), standing, findings).read();
    }
    if (Files.size(file) > FILE_BYTES) {
      findings.error(Place.of(file.toString()), "a budget file has at most 16 MiB", null);
      throw new InvalidInput(findings.list());
    }
    Source source = Source.decode(file.toString(), file, Files.readAllBytes(file));
    return new BudgetYaml(source, workspace.scale(), standing, findings).read();
  }

  /** The requirements of a workspace. */
  public static List<Requirement> requirements(Workspace workspace) {
    return workspace.assets().stream()
        .flatMap(a -> a.properties().stream().map(p -> new Requirement(a.id(), p)))
        .toList();
  }
}
