package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One question, in plain words, for somebody without training.
 *
 * @param question the question, or null when all are asked
 * @param number the question's number, from 0
 * @param of how many there are
 */
public record JudgePage(@Nullable Question question, int number, int of, ImpactScale scale)
    implements PageModel {
  /** The question of a number, or the next one whose things are still there. */
  static JudgePage of(
      JudgingRound round, int number, Caller caller, Map<Link, String> none, Snapshot model) {
    for (int n = number; n < round.size(); n++) {
      Optional<Question> question = Question.of(round.link(n), caller, none, model);
      if (question.isPresent()) {
        return new JudgePage(question.get(), n, round.size(), model.scale());
      }
    }
    return new JudgePage(null, round.size(), round.size(), model.scale());
  }

  /**
   * What is asked.
   *
   * @param property the property of an asset that is broken, or null for what a factor does to a
   *     goal
   * @param subject the asset or factor
   * @param object the factor or goal
   * @param own the number of the level that the reader gave before, 0 for none
   * @param none whether the reader said before that there is no impact at all
   * @param because the reason that the reader gave before, or an empty text
   * @param tag the entry tag of that judgement
   */
  public record Question(
      Link link,
      @Nullable String property,
      String subject,
      String object,
      int own,
      boolean none,
      String because,
      String tag) {
    /** All questions to a judge: what hurts the goals of their units first, then their assets. */
    public static List<Question> of(Caller caller, Snapshot model) {
      return JudgingRound.links(caller, model).stream()
          .flatMap(link -> of(link, caller, Map.of(), model).stream())
          .toList();
    }

    private static Optional<Question> of(
        Link link, Caller caller, Map<Link, String> none, Snapshot model) {
      @Nullable Requirement requirement = Requirement.parse(link.from()).orElse(null);
      Optional<String> subject =
          requirement == null
              ? factor(link.from(), model)
              : Optional.ofNullable(model.asset(requirement.asset())).map(asset -> asset.name());
      Optional<String> object =
          requirement == null
              ? Optional.ofNullable(model.goal(link.to())).map(owned -> owned.goal().name())
              : factor(link.to(), model);
      if (subject.isEmpty() || object.isEmpty()) {
        return Optional.empty();
      }
      var own = new Wish.OfJudgement(link, caller.name(), false, null, "").present(model);
      return Optional.of(
          new Question(
              link,
              requirement == null ? null : requirement.property(),
              subject.get(),
              object.get(),
              own == null ? 0 : own.judgement().level().number(),
              own == null && none.containsKey(link),
              own == null
                  ? none.getOrDefault(link, "")
                  : Objects.requireNonNullElse(own.judgement().because(), ""),
              EntryTag.of(own)));
    }

    private static Optional<String> factor(String id, Snapshot model) {
      return model.factors().stream()
          .filter(factor -> factor.id().equals(id))
          .map(Factor::name)
          .findFirst();
    }
  }

  @Override
  public String template() {
    return "alignment/judge";
  }
}
