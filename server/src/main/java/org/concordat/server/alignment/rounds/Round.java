package org.concordat.server.alignment.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.alignment.rounds.Weighting;
import org.jspecify.annotations.Nullable;

/**
 * A judgement round, without anybody's answers.
 *
 * @param asking what judges are asked for
 * @param scale the scale when the round was made; what is answered means its levels
 * @param dueOn until when answers are asked for, or null
 * @param links what is judged; a link's number is its place here, from 1
 */
public record Round(
    UUID id,
    String title,
    Stage stage,
    Asking asking,
    ImpactScale scale,
    Weighting weighting,
    @Nullable LocalDate dueOn,
    Times times,
    List<Link> links,
    List<Invited> judges) {
  /** The most links of a round; nobody answers more questions in one go. */
  public static final int MOST_LINKS = 200;

  /** The most links that somebody puts in one order. */
  public static final int MOST_RANKED = 20;

  /** The most judges of a round. */
  public static final int MOST_JUDGES = 100;

  /** The longest title, in characters. */
  public static final int LONGEST_TITLE = 200;

  /** The longest reason, dissent or role, in characters. */
  public static final int LONGEST_TEXT = 2_000;

  public Round {
    links = List.copyOf(links);
    judges = List.copyOf(judges);
  }

  /** When a round came to its stages; null for those that are to come. */
  public record Times(
      Instant created,
      @Nullable Instant opened,
      @Nullable Instant closed,
      @Nullable Instant concluded) {}

  /**
   * Somebody who is asked.
   *
   * @param answered how many links they have answered about, "don't know" included
   */
  public record Invited(UUID account, String name, Awareness awareness, int answered) {}

  /** Whether judges put the links in one order. */
  public boolean isRanking() {
    return asking == Asking.RANKING;
  }

  /** What answers are on: levels of the scale, or places. */
  public Steps steps() {
    return switch (asking) {
      case RATING -> new Steps.Levels(scale);
      case RANKING -> new Steps.Places(links.size());
    };
  }

  /** The link of a number. */
  public Optional<Link> link(int number) {
    return number >= 1 && number <= links.size()
        ? Optional.of(links.get(number - 1))
        : Optional.empty();
  }

  /** Whether somebody is asked. */
  public boolean asks(UUID account) {
    return judges.stream().anyMatch(judge -> judge.account.equals(account));
  }

  /** Whether somebody has something to answer or to revise now. */
  public boolean waitsFor(UUID account) {
    return asks(account) && (stage.takesFirstAnswers() || stage.takesRevisions());
  }
}
