package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes wishes of levels that somebody has chosen. */
@Component
final class Judging {
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  /**
   * The wish that a level comes to, or empty when the level is the same as before.
   *
   * @param level the number of the level, or 0 for none
   * @param agreed whether it is what the judges have agreed on, or else the caller's own
   * @param tag the entry tag of what it was decided on
   */
  Optional<Wish> changed(
      Caller caller,
      Link link,
      int level,
      String tag,
      boolean agreed,
      String because,
      Snapshot model) {
    return level == number(present(caller, link, agreed, model))
        ? Optional.empty()
        : Optional.of(wish(caller, link, level, tag, agreed, because));
  }

  /** The caller's own wish, or empty when level and reason are the same as before. */
  Optional<Wish> said(
      Caller caller, Link link, int level, String tag, String because, Snapshot model) {
    @Nullable Impact present = present(caller, link, false, model);
    boolean same =
        level == number(present)
            && (present == null || Objects.equals(present.judgement().because(), orNull(because)));
    return same ? Optional.empty() : Optional.of(wish(caller, link, level, tag, false, because));
  }

  private static @Nullable Impact present(
      Caller caller, Link link, boolean agreed, Snapshot model) {
    return new Wish.OfJudgement(link, caller.name(), agreed, null, "").present(model);
  }

  private static int number(@Nullable Impact present) {
    return present == null ? 0 : present.judgement().level().number();
  }

  private Wish wish(
      Caller caller, Link link, int level, String tag, boolean agreed, String because) {
    return new Wish.OfJudgement(
        link,
        caller.name(),
        agreed,
        level == 0 ? null : link.judged(judgement(caller, level, agreed, because)),
        tag);
  }

  private Judgement judgement(Caller caller, int level, boolean agreed, String because) {
    return new Judgement(
        Level.of(level), caller.name(), LocalDate.now(clock), orNull(because), agreed);
  }
}
