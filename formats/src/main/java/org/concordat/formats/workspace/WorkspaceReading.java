package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceRules;
import org.concordat.formats.yaml.Source;

/**
 * What was read of the sources of one workspace.
 *
 * @param draft what stands where
 */
record WorkspaceReading(
    List<Source> sources, Draft draft, Workspace workspace, List<Finding> warnings) {

  /**
   * Reads the sources as one workspace.
   *
   * @param name the file or folder as a whole, for what is missing everywhere
   * @param loading what was found while the sources were loaded
   * @throws InvalidInput with everything that is wrong
   */
  static WorkspaceReading of(String name, List<Source> sources, List<Finding> loading)
      throws InvalidInput {
    FindingList structure = new FindingList();
    Draft draft = new Draft();
    for (Finding finding : loading) {
      structure.add(finding);
      draft.incomplete |= finding.severity() == Finding.Severity.ERROR;
    }
    sources.forEach(source -> DocumentReader.read(source, draft, structure));
    if (!draft.incomplete) {
      requireHeader(name, draft, structure);
    }
    FindingList levels = new FindingList();
    Workspace workspace = draft.finish(levels);
    List<Finding> findings = new ArrayList<>(structure.list());
    if (!draft.incomplete) {
      List<Finding> meant = new ArrayList<>(levels.list());
      meant.addAll(WorkspaceRules.check(workspace));
      meant.removeIf(finding -> isVoid(finding, draft));
      findings.addAll(new Locator(sources, draft).locate(meant));
    }
    findings.sort(byPlace(sources));
    if (findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
      throw new InvalidInput(findings);
    }
    return new WorkspaceReading(sources, draft, workspace, List.copyOf(findings));
  }

  private static boolean isVoid(Finding finding, Draft draft) {
    boolean isDoubtful = draft.hasBroken && finding.severity() == Finding.Severity.WARNING;
    return isDoubtful || Draft.isConsequence(finding);
  }

  private static void requireHeader(String name, Draft draft, FindingList findings) {
    if (!draft.versionStated) {
      findings.error(
          Place.of(name, 0, 0, Keys.VERSION),
          "the key 'concordat' is missing",
          "write 'concordat: " + Keys.VERSION_READ + "', the version of the format, in a file");
    }
    if (!draft.headerFiles.containsKey(Keys.Header.ORGANISATION)) {
      findings.error(
          Place.of(name, 0, 0, "organisation"),
          "the key 'organisation' is missing",
          "write 'organisation: {id: acme, name: Acme Insurance}'");
    }
  }

  /** By file, line and column; what has no place comes last. */
  private static Comparator<Finding> byPlace(List<Source> sources) {
    Map<String, Integer> order = new HashMap<>();
    sources.forEach(source -> order.putIfAbsent(source.name(), order.size()));
    return Comparator.<Finding, Boolean>comparing(f -> f.place().file() == null)
        .thenComparing(f -> order.getOrDefault(String.valueOf(f.place().file()), -1))
        .thenComparing(f -> f.place().line())
        .thenComparing(f -> f.place().column());
  }
}
