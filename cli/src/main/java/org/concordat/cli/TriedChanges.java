package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.drafts.DraftFile;
import picocli.CommandLine.Option;

/** The option by which single things to try out are said, and those that files hold. */
final class TriedChanges {
  /** How help describes it. */
  private static final String OPTION = "--try";

  @Option(
      names = OPTION,
      paramLabel = "CHANGE",
      description =
          "One thing to try out, as in a file, such as {try: asset-gone, id: crm}. May be given"
              + " several times.")
  private List<String> texts = new ArrayList<>();

  /** Those of the option, in their order. */
  List<DraftFile.Entry> said() throws InvalidInput {
    List<DraftFile.Entry> entries = new ArrayList<>();
    for (String text : texts) {
      entries.addAll(DraftFile.parse(OPTION, text));
    }
    return entries;
  }

  /** Those of files, then those of the option. */
  List<DraftFile.Entry> with(List<Path> files) throws IOException, InvalidInput {
    List<DraftFile.Entry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.addAll(DraftFile.read(file));
    }
    entries.addAll(said());
    return entries;
  }
}
