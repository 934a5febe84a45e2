package org.concordat.core.agreements.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/** Compares what was measured and what happened with what was agreed and judged. */
public final class Learning {
  /** So many windows in a row, and so many lower incidents, make a lesson. */
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

  private record Link(Requirement requirement, String factor) {}

  /**
   * The judgements that incidents contradict. An incident up to the day of the last judgement of
   * its link was known to the judges, and contradicts nothing.
   */
  public static List<Lesson> fromIncidents(
      Collection<RequirementImpact> impacts, Collection<Incident> incidents) {
    Map<Link, List<Judgement>> judgements = new LinkedHashMap<>();
    impacts.forEach(
        i ->
            judgements
                .computeIfAbsent(new Link(i.requirement(), i.factor()), _ -> new ArrayList<>())
                .add(i.judgement()));
    Comparator<Link> order = Comparator.comparing(Link::requirement).thenComparing(Link::factor);
    Map<Link, List<Incident>> byLink = new TreeMap<>(order);
    incidents.stream()
        .sorted(Comparator.comparing(Incident::on).thenComparing(Incident::id))
        .forEach(
            i ->
                byLink
                    .computeIfAbsent(new Link(i.requirement(), i.factor()), _ -> new ArrayList<>())
                    .add(i));
    List<Lesson> lessons = new ArrayList<>();
    byLink.forEach(
        (link, list) -> add(link, judgements.getOrDefault(link, List.of()), list, lessons));
    return List.copyOf(lessons);
  }

  private static void add(
      Link link, List<Judgement> judgements, List<Incident> incidents, List<Lesson> lessons) {
    if (judgements.isEmpty()) {
      lessons.add(due(link, null, Lesson.Contradiction.NOT_JUDGED, incidents));
      return;
    }
    Level judged = Judgement.counting(judgements);
    LocalDate known =
        judgements.stream()
            .map(Judgement::on)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    List<Incident> since = incidents.stream().filter(i -> i.on().isAfter(known)).toList();
    List<Incident> higher = since.stream().filter(i -> i.level().compareTo(judged) > 0).toList();
    if (!higher.isEmpty()) {
      lessons.add(due(link, judged, Lesson.Contradiction.HIGHER_THAN_JUDGED, higher));
    } else if (since.size() >= ENOUGH
        && since.stream().allMatch(i -> i.level().compareTo(judged) < 0)) {
      lessons.add(due(link, judged, Lesson.Contradiction.LOWER_EVERY_TIME, since));
    }
  }

  private static Lesson due(
      Link link,
      @org.jspecify.annotations.Nullable Level judged,
      Lesson.Contradiction contradiction,
      List<Incident> incidents) {
    Level seen =
        incidents.stream().map(Incident::level).max(Comparator.naturalOrder()).orElseThrow();
    return new Lesson.ReassessmentDue(
        link.requirement(),
        link.factor(),
        judged,
        seen,
        contradiction,
        incidents.stream().map(Incident::id).toList());
  }

  /**
   * The lines whose targets were breached at least {@value #ENOUGH} times in windows that ended on
   * or after a day, while no incident of their requirement did harm since.
   */
  public static List<Lesson> breachedWithoutHarm(
      Evaluation evaluation, Collection<Incident> incidents, LocalDate since) {
    Map<AgreementLine, Integer> breaches = new LinkedHashMap<>();
    for (TargetEvaluation target : evaluation.targets()) {
      for (Result result : target.closed()) {
        if (result.verdict() == Verdict.BREACHED && !result.window().until().isBefore(since)) {
          breaches.merge(target.line(), 1, Integer::sum);
        }
      }
    }
    List<Lesson> lessons = new ArrayList<>();
    breaches.forEach(
        (line, count) -> {
          boolean didHarm =
              incidents.stream()
                  .anyMatch(
                      i -> i.requirement().equals(line.requirement()) && !i.on().isBefore(since));
          if (count >= ENOUGH && !didHarm) {
            lessons.add(new Lesson.BreachedWithoutHarm(line.id(), line.requirement(), count));
          }
        });
    return List.copyOf(lessons);
  }
}
