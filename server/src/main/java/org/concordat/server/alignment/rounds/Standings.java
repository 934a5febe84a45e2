package org.concordat.server.alignment.rounds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.AlphaInterval.Resampling;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.Metric;
import org.concordat.core.alignment.rounds.Reliability;
import org.concordat.core.alignment.rounds.RoundAgreement;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Weighting;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.workspace.Models;

/**
 * Where closed rounds stand: agreement, and what hangs on what divides. Reckoned when it is first
 * asked for, and again after an answer or the model has changed.
 */
public final class Standings {
  /** So many are kept. */
  private static final int KEPT = 16;

  private final Rounds rounds;
  private final Models models;
  private final Map<UUID, Held> held =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
              return size() > KEPT;
            }
          });

  /** Standings of these rounds, as of these models. */
  public Standings(Rounds rounds, Models models) {
    this.rounds = rounds;
    this.models = models;
  }

  /** What a standing was reckoned from; a workspace that has not changed is the same object. */
  private record Held(
      Workspace workspace, Weighting weighting, RoundAnswers answers, Standing standing) {}

  /**
   * Where a round stands.
   *
   * @param agreement by the latest answers
   * @param order the links in the order in which to speak of them
   * @param answers the latest answers, by judges without names
   */
  public record Standing(
      RoundAgreement agreement,
      List<LinkAgreement> order,
      Map<Link, Consequence> consequences,
      RoundAnswers answers) {
    public Standing {
      order = List.copyOf(order);
      consequences = Map.copyOf(consequences);
    }
  }

  /**
   * Where a round stands.
   *
   * @throws IllegalStateException when the round does not show answers yet
   */
  @SuppressWarnings("ReferenceEquality") // comparing two workspaces takes as long as reckoning
  public Standing of(UUID tenant, Round round) {
    RoundAnswers answers = rounds.answers(tenant, round);
    Workspace workspace = models.of(tenant).read(Snapshot::workspace);
    Held before = held.get(round.id());
    if (before != null
        && before.workspace == workspace
        && before.weighting == round.weighting()
        && before.answers.equals(answers)) {
      return before.standing;
    }
    Standing standing = reckon(round, answers, workspace);
    held.put(round.id(), new Held(workspace, round.weighting(), answers, standing));
    return standing;
  }

  private static Standing reckon(Round round, RoundAnswers answers, Workspace workspace) {
    RoundAgreement agreement =
        RoundAgreement.of(answers, round.steps(), round.weighting(), Resampling.USUAL);
    // Levels of another scale mean something else there; and places are no levels.
    Map<Link, Consequence> consequences =
        !round.isRanking() && workspace.scale().equals(round.scale())
            ? Consequence.of(workspace, agreement.links())
            : Map.of();
    return new Standing(
        agreement, Consequence.order(agreement.links(), consequences), consequences, answers);
  }

  /** Alpha as it was when a round was closed, before anybody revised anything. */
  public OptionalDouble alphaAtClosing(UUID tenant, Round round) {
    return Reliability.of(rounds.firstAnswers(tenant, round).ratings(), Metric.ORDINAL).alpha();
  }
}
