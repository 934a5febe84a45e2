package org.concordat.formats.imports;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;

/** Joins what a source says with a workspace. */
@SuppressWarnings("DoNotCallSuggester")
public final class ImportMerge {
  /** The id of the factor that ratings without a business reason are judged against. */
  public static final String RATED_IMPACT = "rated-impact";

  private ImportMerge() {}

  /**
   * The workspace with the source's entries added, or updated where the source was imported before.
   * What the source states overrides; what it does not state stays as it is in the workspace.
   *
   * @param on the day of the import, which ratings are dated with
   */
  public static Merged into(Workspace workspace, ImportedModel model, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /**
   * What the import comes to.
   *
   * @param workspace the joined workspace
   * @param outcomes what became of each entry of the source, and which entries of an earlier import
   *     the source no longer has
   */
  public record Merged(Workspace workspace, List<Outcome> outcomes) {
    public Merged {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * What became of one entry.
   *
   * @param id the entry's id in the workspace; for a dependency {@code from>on}
   */
  public record Outcome(Origin.Kind kind, String id, Effect effect) {}

  /** What an import does to an entry. */
  public enum Effect {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** Imported before and no longer in the source; it is kept, for somebody to decide. */
    GONE
  }
}
