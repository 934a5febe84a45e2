package org.concordat.server.start;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.concordat.core.alignment.rounds.Trust;
import org.concordat.core.assurance.Standing;
import org.concordat.server.alignment.Figures;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.RankedRow;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The officer's six questions, each with a figure, a sentence, and what it stands on.
 *
 * @param organisation its name
 * @param figures what the answers stand on
 * @param agreed whether people agree
 * @param security whether it is secured
 * @param due how many judgements need another look; empty when they are too many to count here
 * @param waiting what waits for the reader
 * @param top the first requirements, with their reasons
 * @param steps the first steps, until all are done
 */
public record HomePage(
    String organisation,
    Figures figures,
    Agreed agreed,
    Security security,
    OptionalInt due,
    List<Waiting> waiting,
    List<RankedRow> top,
    List<Step> steps)
    implements PageModel {
  public HomePage {
    waiting = List.copyOf(waiting);
    top = List.copyOf(top);
    steps = List.copyOf(steps);
  }

  /**
   * What judgement rounds say of whether people agree.
   *
   * @param last the last round that was closed, or null
   * @param open how many are being answered
   */
  public record Agreed(@Nullable RoundAnswer last, int open) {}

  /**
   * What a closed judgement round says.
   *
   * @param alpha Krippendorff's alpha when it was closed
   */
  public record RoundAnswer(String title, UUID id, double alpha) {
    /** What alpha allows. */
    public Trust trust() {
      return Trust.of(alpha);
    }
  }

  /**
   * How many needed requirements have which standing.
   *
   * @param counts of every standing
   * @param agreements how many agreements are in force
   * @param first the first by rank that are not shown to be secured
   */
  public record Security(Map<Standing, Integer> counts, int agreements, List<Unsecured> first) {
    public Security {
      counts = Map.copyOf(counts);
      first = List.copyOf(first);
    }

    public int of(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }

    /** How many are needed. */
    public int needed() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many are shown to be secured. */
    public int secured() {
      return counts.entrySet().stream()
          .filter(each -> each.getKey().isSecured())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    /** Whether nothing is known of any. */
    public boolean isUnknown() {
      return of(Standing.UNKNOWN) == needed();
    }
  }

  /** A requirement that is not shown to be secured. */
  public record Unsecured(String id, String name, Cell property) {}

  /**
   * Something that waits for the reader.
   *
   * @param key of its text, which depends on the number
   * @param link where it is done
   */
  public record Waiting(String key, int count, String link) {}

  /**
   * A step of the first five minutes.
   *
   * @param key the key of its text
   * @param link where it is done
   */
  public record Step(String key, String link, boolean done) {}

  /** The highest level that any requirement has, or null when none is needed. */
  public @Nullable LevelView topLevel() {
    return top.isEmpty() ? null : top.getFirst().level();
  }

  /** Whether there is something to prioritise. */
  public boolean ready() {
    return steps.stream().allMatch(Step::done);
  }

  @Override
  public String template() {
    return "start/home";
  }
}
