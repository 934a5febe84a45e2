package org.concordat.core.agreements.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;

/** Compares what was measured and what happened with what was agreed and judged. */
public final class Learning {
  /** So many windows in a row make a lesson. */
  public static final int ENOUGH = 3;

  private static final BigDecimal SLACK = new BigDecimal("0.5");

  private Learning() {}

  /**
   * What the targets of an agreement teach.
   *
   * @param windows how many of the last closed windows have to agree; at least 1
   */
  public static List<Lesson> fromTargets(Evaluation evaluation, int windows) {
    List<Lesson> lessons = new ArrayList<>();
    for (TargetEvaluation target : evaluation.targets()) {
      List<Result> closed = target.closed();
      if (windows < 1 || closed.size() < windows) {
        continue;
      }
      List<Result> last = closed.subList(closed.size() - windows, closed.size());
      Comparator<BigDecimal> worseFirst =
          target.target().terms().direction() == Direction.AT_LEAST
              ? Comparator.naturalOrder()
              : Comparator.reverseOrder();
      List<BigDecimal> values =
          last.stream().map(Result::value).filter(Objects::nonNull).sorted(worseFirst).toList();
      if (values.isEmpty()) {
        continue;
      }
      if (last.stream().allMatch(Learning::hasSlack)) {
        lessons.add(
            new Lesson.AlwaysMetWithSlack(
                target.target().id(), target.line().id(), windows, values.getFirst()));
      } else if (last.stream().allMatch(r -> r.verdict() == Verdict.BREACHED)) {
        lessons.add(
            new Lesson.NeverMet(
                target.target().id(), target.line().id(), windows, values.getLast()));
      }
    }
    return List.copyOf(lessons);
  }

  private static boolean hasSlack(Result result) {
    BigDecimal left = result.budgetLeft();
    return result.verdict() == Verdict.MET && left != null && left.compareTo(SLACK) >= 0;
  }

  /**
   * What an agreement in force teaches in all: targets that should change, and needs in question.
   *
   * @param agreement as in {@link Due.Subject.Promised}
   * @param incidents all that were recorded
   * @param today breaches of the year before count
   */
  public static Experience experience(
      String agreement, Evaluation evaluation, Collection<Incident> incidents, LocalDate today) {
    Map<String, Requirement> requirements = new HashMap<>();
    evaluation.targets().forEach(t -> requirements.put(t.target().id(), t.line().requirement()));
    List<Experience.Doubt> doubts = new ArrayList<>();
    List<Due> targets = new ArrayList<>();
    List<Lesson> lessons = new ArrayList<>(fromTargets(evaluation, ENOUGH));
    lessons.addAll(breachedWithoutHarm(evaluation, incidents, today.minusYears(1)));
    for (Lesson lesson : lessons) {
      switch (lesson) {
        case Lesson.AlwaysMetWithSlack(var target, _, var windows, var worst) ->
            targets.add(
                new Due(
                    new Due.Subject.Promised(
                        agreement, target, Objects.requireNonNull(requirements.get(target))),
                    List.of(new Due.Reason.AlwaysMet(windows, worst))));
        case Lesson.NeverMet(var target, _, var windows, var best) ->
            targets.add(
                new Due(
                    new Due.Subject.Promised(
                        agreement, target, Objects.requireNonNull(requirements.get(target))),
                    List.of(new Due.Reason.NeverMet(windows, best))));
        case Lesson.BreachedWithoutHarm(_, var requirement, var breaches, var last) ->
            doubts.add(new Experience.Doubt(requirement, agreement, breaches, last));
      }
    }
    return new Experience(doubts, targets);
  }

  /**
   * The lines whose targets were breached at least {@value #ENOUGH} times in windows that ended on
   * or after a day, while no incident broke their requirement since, neither there nor in what
   * carries it.
   */
  public static List<Lesson> breachedWithoutHarm(
      Evaluation evaluation, Collection<Incident> incidents, LocalDate since) {
    Map<AgreementLine, List<LocalDate>> breaches = new LinkedHashMap<>();
    for (TargetEvaluation target : evaluation.targets()) {
      for (Result result : target.closed()) {
        if (result.verdict() == Verdict.BREACHED && !result.window().until().isBefore(since)) {
          breaches
              .computeIfAbsent(target.line(), _ -> new ArrayList<>())
              .add(result.window().until());
        }
      }
    }
    List<Lesson> lessons = new ArrayList<>();
    breaches.forEach(
        (line, ends) -> {
          if (ends.size() >= ENOUGH
              && incidents.stream().noneMatch(i -> !i.on().isBefore(since) && broke(i, line))) {
            lessons.add(
                new Lesson.BreachedWithoutHarm(
                    line.id(),
                    line.requirement(),
                    ends.size(),
                    ends.stream().max(Comparator.naturalOrder()).orElseThrow()));
          }
        });
    return List.copyOf(lessons);
  }

  private static boolean broke(Incident incident, AgreementLine line) {
    Requirement broken = incident.requirement();
    return broken.property().equals(line.requirement().property())
        && (broken.asset().equals(line.requirement().asset())
            || line.carriedBy().contains(broken.asset()));
  }
}
