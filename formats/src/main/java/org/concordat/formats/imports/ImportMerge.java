package org.concordat.formats.imports;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;

/**
 * Joins what a source says with a workspace.
 *
 * <p>An entry is known again by its {@link Origin}: source, element and kind. One that was never
 * imported takes the source's own id when it has one that is valid and free, else one made of its
 * name ({@code Claims Handling} becomes {@code claims-handling}, a second one {@code
 * claims-handling-2}). When an entry of that very id and of the same name, but for case, exists
 * already and stands for no other element of the source, it is taken to be the same thing and
 * updated.
 */
public final class ImportMerge {
  /** The id of the factor that ratings without a business reason are judged against. */
  public static final String RATED_IMPACT = ClassicTable.FACTOR;

  private ImportMerge() {}

  /**
   * The workspace with the source's entries added, or updated where the source was imported before.
   * What the source states overrides; what it does not state stays as it is in the workspace:
   *
   * <ul>
   *   <li>A goal without a unit stays where it is; a new one goes to a unit for the whole
   *       organisation, which has the organisation's id and name and is made when it is missing.
   *   <li>A property that the source does not state any more stays on its asset as long as a
   *       judgement or a dependency speaks of it.
   *   <li>A dependency that exists keeps its strength, what it carries, and its redundancy.
   *   <li>A rating becomes a judgement by the source against {@value #RATED_IMPACT}; the judgements
   *       of its earlier import go, but for those on assets that the source no longer has. A level
   *       that did not change keeps its day. Of several ratings of one property, the gravest
   *       counts.
   *   <li>Entries that the source no longer has are kept.
   * </ul>
   *
   * <p>Importing the same thing again changes nothing.
   *
   * @param workspace one without errors
   * @param on the day of the import, which ratings are dated with
   * @throws IllegalArgumentException when the import refers to an element that it does not hold
   */
  public static Merged into(Workspace workspace, ImportedModel model, LocalDate on) {
    return new Merging(workspace, model, on).merged();
  }

  /**
   * What the import comes to.
   *
   * @param workspace the joined workspace
   * @param outcomes what became of each entry of the source, and which entries of an earlier import
   *     the source no longer has: units, goals, factors, assets and dependencies, each in the
   *     source's order and then those that are gone
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
