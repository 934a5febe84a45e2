package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * An import: the file to choose, or what it would do.
 *
 * @param upload the upload that waits to be confirmed, or null
 * @param name the file's name
 * @param counts how many entries of each kind it does what to
 * @param samples some of the changes, as sentences
 * @param changes how many changes there are
 * @param unused what of the file means nothing here
 * @param findings what is wrong with the file
 */
public record ImportPage(
    @Nullable String upload,
    String name,
    Map<String, Map<Effect, Integer>> counts,
    List<String> samples,
    int changes,
    List<Unused> unused,
    List<Finding> findings)
    implements PageModel {
  /** Nothing chosen yet. */
  static final ImportPage EMPTY =
      new ImportPage(null, "", Map.of(), List.of(), 0, List.of(), List.of());

  public ImportPage {
    samples = List.copyOf(samples);
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
  }

  /** How many entries of a kind an import does something to. */
  public int count(String kind, Effect effect) {
    return counts.getOrDefault(kind, Map.of()).getOrDefault(effect, 0);
  }

  @Override
  public String template() {
    return "alignment/import";
  }

  @Override
  public int status() {
    return upload == null && !findings.isEmpty() ? 422 : 200;
  }
}
