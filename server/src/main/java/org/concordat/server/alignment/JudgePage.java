package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
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
  /** So many assets of each unit are asked about, those that matter most first. */
  private static final int ASSETS = 40;

  /** Nobody answers more questions than this in one go. */
  private static final int QUESTIONS = 150;

  static JudgePage of(List<Question> all, int number, ImpactScale scale) {
    return new JudgePage(number < all.size() ? all.get(number) : null, number, all.size(), scale);
  }

  /**
   * What is asked.
   *
   * @param property the property of an asset that is broken, or null for what a factor does to a
   *     goal
   * @param subject the asset or factor
   * @param object the factor or goal
   * @param own the number of the level that the reader gave before, 0 for none
   * @param tag the entry tag of that judgement
   */
  public record Question(
      Link link, @Nullable String property, String subject, String object, int own, String tag) {
    /** All questions to a judge: what hurts the goals of their units first, then their assets. */
    public static List<Question> of(Caller caller, Snapshot model) {
      List<Question> questions = new ArrayList<>();
      List<Unit> units =
          model.units().stream().filter(unit -> caller.may(Permission.JUDGE, unit.id())).toList();
      for (Unit unit : units) {
        for (var goal : unit.goals()) {
          for (Factor factor : model.factors()) {
            questions.add(
                question(
                    new Link(factor.id(), goal.id()),
                    null,
                    factor.name(),
                    goal.name(),
                    caller,
                    model));
          }
        }
      }
      for (Unit unit : units) {
        AssetQuery query =
            AssetQuery.ALL
                .withUnit(UnitFilter.of(unit.id()))
                .descendingBy(AssetQuery.Order.HIGHEST_NEED)
                .withRows(0, ASSETS);
        for (AssetRow row : model.assets(query).rows()) {
          for (String property : row.asset().properties()) {
            for (Factor factor : model.factors()) {
              questions.add(
                  question(
                      new Link(row.asset().id() + "/" + property, factor.id()),
                      property,
                      row.asset().name(),
                      factor.name(),
                      caller,
                      model));
            }
          }
        }
      }
      return questions.subList(0, Math.min(questions.size(), QUESTIONS));
    }

    private static Question question(
        Link link,
        @Nullable String property,
        String subject,
        String object,
        Caller caller,
        Snapshot model) {
      var own = new Wish.OfJudgement(link, caller.name(), false, null, "").present(model);
      return new Question(
          link,
          property,
          subject,
          object,
          own == null ? 0 : own.judgement().level().number(),
          EntryTag.of(own));
    }
  }

  @Override
  public String template() {
    return "alignment/judge";
  }
}
