package org.concordat.core.alignment.reassessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.reassessment.Due.Contradiction;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.ThingChange.Kind;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Finds the judgements that need another look.
 *
 * <p>A link was last judged at the day of its agreed judgement, or without one at the last day of
 * its judgements. It needs another look
 *
 * <ul>
 *   <li>when none of these says its day, and there is an interval for its kind;
 *   <li>when the interval for its kind has gone by since;
 *   <li>when what it is about was changed later: the asset and the factor of a requirement's link;
 *       the factor, the goal and the goal's unit of a factor's link;
 *   <li>when an incident broke the requirement later and nobody has told what damage it did. An
 *       incident on a requirement without any judgement stands by itself;
 *   <li>when the damage that an incident did later is higher than judged, or was never judged, or
 *       was lower in {@value #ENOUGH} incidents and in none as high. A damage as judged confirms
 *       the judgement, and an incident that tells its damages says nothing of other factors;
 *   <li>when what is promised of the requirement was broken later, again and again, without harm.
 * </ul>
 *
 * <p>A day that says no hour counts as its end, so a change on the day of the judgement is none
 * after it; unless {@link Moments} knows better. An incident counts from its day's end, or from
 * when it was recorded if that was earlier.
 */
public final class Reassessment {
  /** So many lower damages contradict a judgement. */
  public static final int ENOUGH = 3;

  private final ReviewIntervals intervals;
  private final LocalDate today;
  private final ZoneId zone;
  private final Map<Kind, Map<String, ThingChange>> changes = new EnumMap<>(Kind.class);
  private final Map<Requirement, List<Incident>> incidents = new HashMap<>();
  private final Moments moments;
  private final Experience experience;

  /** Knows the moment at which a judgement was made, where more is known than its day. */
  public interface Moments {
    /** Nothing is known but the days that judgements say. */
    Moments NONE = _ -> null;

    /** When the judgements of a link were last changed, or null when that is not known. */
    @Nullable Instant of(Impact.Link link);
  }

  /**
   * A search for what is due.
   *
   * @param today the day of the search, in the zone
   * @param changes the last change of each thing that has changed
   * @param experience what measuring has taught
   */
  public Reassessment(
      ReviewIntervals intervals,
      LocalDate today,
      ZoneId zone,
      List<ThingChange> changes,
      List<Incident> incidents,
      Moments moments,
      Experience experience) {
    this.intervals = intervals;
    this.today = today;
    this.zone = zone;
    this.moments = moments;
    this.experience = experience;
    for (ThingChange change : changes) {
      this.changes
          .computeIfAbsent(change.kind(), _ -> new HashMap<>())
          .merge(change.id(), change, (one, two) -> one.at().isAfter(two.at()) ? one : two);
    }
    for (Incident incident : incidents) {
      this.incidents.computeIfAbsent(incident.requirement(), _ -> new ArrayList<>()).add(incident);
    }
  }

  /**
   * What needs another look: what has the gravest reason first, then what is longest due, then by
   * link. Takes time in n log n.
   *
   * @param workspace without errors
   */
  public List<Due> of(Workspace workspace) {
    Map<String, String> unitOfGoal = new HashMap<>();
    for (Unit unit : workspace.units()) {
      for (Goal goal : unit.goals()) {
        unitOfGoal.put(goal.id(), unit.id());
      }
    }
    Map<Impact.Link, List<Impact>> byLink = new LinkedHashMap<>();
    for (Impact impact : workspace.impacts()) {
      byLink.computeIfAbsent(impact.link(), _ -> new ArrayList<>(1)).add(impact);
    }
    Set<Requirement> unjudged = new LinkedHashSet<>();
    Map<Impact.Link, List<Incident>> unknown = new LinkedHashMap<>();
    incidents.forEach(
        (requirement, all) -> {
          if (all.stream().anyMatch(i -> i.harms().isEmpty())) {
            unjudged.add(requirement);
          }
          for (Incident incident : all) {
            for (Incident.Harm harm : incident.harms()) {
              unknown
                  .computeIfAbsent(
                      new Impact.Link(requirement.id(), harm.factor()), _ -> new ArrayList<>())
                  .add(incident);
            }
          }
        });
    List<Due> due = new ArrayList<>(experience.targets());
    byLink.forEach(
        (link, impacts) -> {
          if (impacts.getFirst() instanceof RequirementImpact impact) {
            unjudged.remove(impact.requirement());
          }
          unknown.remove(link);
          LocalDate on = judgedOn(impacts);
          List<Reason> reasons = reasons(impacts, on, unitOfGoal);
          if (!reasons.isEmpty()) {
            due.add(new Due(new Subject.Judged(link, on), reasons));
          }
        });
    for (Requirement requirement : unjudged) {
      List<Reason> reasons = new ArrayList<>();
      addIncidents(requirement, null, reasons);
      due.add(new Due(new Subject.Unjudged(requirement), reasons));
    }
    unknown.forEach(
        (link, all) ->
            due.add(
                new Due(
                    new Subject.Judged(link, null),
                    List.of(contradicted(Contradiction.NOT_JUDGED, null, link.to(), all)))));
    due.sort(GRAVEST_FIRST);
    return due;
  }

  private static @Nullable LocalDate judgedOn(List<Impact> impacts) {
    LocalDate last = null;
    for (Impact impact : impacts) {
      Judgement judgement = impact.judgement();
      if (judgement.agreed()) {
        return judgement.on();
      }
      if (judgement.on() != null && (last == null || judgement.on().isAfter(last))) {
        last = judgement.on();
      }
    }
    return last;
  }

  private List<Reason> reasons(
      List<Impact> impacts, @Nullable LocalDate on, Map<String, String> unitOfGoal) {
    Impact impact = impacts.getFirst();
    Instant judgedAt = judgedAt(impact.link(), on);
    List<Reason> reasons = new ArrayList<>();
    switch (impact) {
      case RequirementImpact(var requirement, var factor, _) -> {
        addContradiction(impacts, requirement, factor, judgedAt, reasons);
        addIncidents(requirement, judgedAt, reasons);
        addDoubts(requirement, judgedAt, reasons);
        addChange(Kind.ASSET, requirement.asset(), judgedAt, reasons);
        addChange(Kind.FACTOR, factor, judgedAt, reasons);
        addDate(intervals.requirementMonths(), on, reasons);
      }
      case FactorImpact(var factor, var goal, _) -> {
        addChange(Kind.FACTOR, factor, judgedAt, reasons);
        addChange(Kind.GOAL, goal, judgedAt, reasons);
        addChange(Kind.UNIT, unitOfGoal.getOrDefault(goal, ""), judgedAt, reasons);
        addDate(intervals.factorMonths(), on, reasons);
      }
    }
    reasons.sort(Comparator.comparingInt(Reassessment::gravity));
    return reasons;
  }

  /** When a link was last judged, or null when nothing tells. */
  private @Nullable Instant judgedAt(Impact.Link link, @Nullable LocalDate on) {
    Instant known = moments.of(link);
    if (on == null) {
      return known;
    }
    // A judgement of an earlier day may have been written down later, by an import for instance.
    return known != null && known.atZone(zone).toLocalDate().equals(on) ? known : endOf(on);
  }

  private Instant endOf(LocalDate day) {
    return day.atTime(LocalTime.MAX).atZone(zone).toInstant();
  }

  private void addIncidents(
      Requirement requirement, @Nullable Instant judgedAt, List<Reason> reasons) {
    incidents.getOrDefault(requirement, List.of()).stream()
        .filter(incident -> incident.harms().isEmpty() && isAfter(incident, judgedAt))
        .sorted(
            Comparator.comparing(Incident::severity)
                .thenComparing(Incident::on)
                .reversed()
                .thenComparing(Incident::id))
        .forEach(incident -> reasons.add(new Reason.Happened(incident)));
  }

  private boolean isAfter(Incident incident, @Nullable Instant judgedAt) {
    return judgedAt == null || happened(incident).isAfter(judgedAt);
  }

  private void addContradiction(
      List<Impact> impacts,
      Requirement requirement,
      String factor,
      @Nullable Instant judgedAt,
      List<Reason> reasons) {
    List<Incident> since =
        incidents.getOrDefault(requirement, List.of()).stream()
            .filter(incident -> harm(incident, factor).isPresent() && isAfter(incident, judgedAt))
            .toList();
    if (since.isEmpty()) {
      return;
    }
    Level judged = Judgement.counting(impacts.stream().map(Impact::judgement).toList());
    List<Incident> higher =
        since.stream().filter(i -> harm(i, factor).orElseThrow().compareTo(judged) > 0).toList();
    if (!higher.isEmpty()) {
      reasons.add(contradicted(Contradiction.HIGHER_THAN_JUDGED, judged, factor, higher));
    } else if (since.size() >= ENOUGH
        && since.stream().allMatch(i -> harm(i, factor).orElseThrow().compareTo(judged) < 0)) {
      reasons.add(contradicted(Contradiction.LOWER_EVERY_TIME, judged, factor, since));
    }
  }

  private static Optional<Level> harm(Incident incident, String factor) {
    return incident.harms().stream()
        .filter(harm -> harm.factor().equals(factor))
        .map(Incident.Harm::level)
        .findFirst();
  }

  private static Reason contradicted(
      Contradiction how, @Nullable Level judged, String factor, List<Incident> all) {
    Level seen =
        all.stream()
            .flatMap(incident -> harm(incident, factor).stream())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Reason.Contradicted(
        how,
        judged,
        seen,
        all.stream()
            .sorted(Comparator.comparing(Incident::on).thenComparing(Incident::id))
            .toList());
  }

  /** Whoever judged after the last breach knew of it. */
  private void addDoubts(
      Requirement requirement, @Nullable Instant judgedAt, List<Reason> reasons) {
    for (Experience.Doubt doubt : experience.doubts()) {
      if (doubt.requirement().equals(requirement)
          && (judgedAt == null || endOf(doubt.last()).isAfter(judgedAt))) {
        reasons.add(new Reason.BrokenWithoutHarm(doubt.agreement(), doubt.windows(), doubt.last()));
      }
    }
  }

  private Instant happened(Incident incident) {
    Instant end = endOf(incident.on());
    return incident.recordedAt().isBefore(end) ? incident.recordedAt() : end;
  }

  /** Of a judgement without a day nobody can say that it was made before a change. */
  private void addChange(Kind kind, String id, @Nullable Instant judgedAt, List<Reason> reasons) {
    ThingChange change = changes.getOrDefault(kind, Map.of()).get(id);
    if (change != null && judgedAt != null && change.at().isAfter(judgedAt)) {
      reasons.add(new Reason.Changed(change));
    }
  }

  private void addDate(@Nullable Integer months, @Nullable LocalDate on, List<Reason> reasons) {
    if (months == null) {
      return;
    }
    if (on == null) {
      reasons.add(new Reason.Undated());
    } else if (!on.plusMonths(months).isAfter(today)) {
      reasons.add(new Reason.Lapsed(on.plusMonths(months)));
    }
  }

  private static final Comparator<Due> GRAVEST_FIRST =
      Comparator.comparingInt((Due due) -> gravity(due.reasons().getFirst()))
          .thenComparing(due -> since(due.reasons().getFirst()))
          .thenComparing(due -> name(due.subject()));

  private static int gravity(Reason reason) {
    return switch (reason) {
      case Reason.Happened(var incident) ->
          switch (incident.severity()) {
            case HIGH -> -2;
            case MEDIUM -> -1;
            case LOW -> 0;
          };
      case Reason.Contradicted(var how, _, _, _) -> how == Contradiction.LOWER_EVERY_TIME ? 0 : -3;
      case Reason.NeverMet _ -> -1;
      case Reason.Changed _ -> 1;
      case Reason.BrokenWithoutHarm _, Reason.AlwaysMet _ -> 2;
      case Reason.Lapsed _ -> 3;
      case Reason.Undated _ -> 4;
    };
  }

  private static Instant since(Reason reason) {
    return switch (reason) {
      case Reason.Happened(var incident) -> incident.recordedAt();
      case Reason.Contradicted(_, _, _, var all) -> all.getFirst().recordedAt();
      case Reason.BrokenWithoutHarm(_, _, var last) ->
          last.atStartOfDay(ZoneId.of("UTC")).toInstant();
      case Reason.NeverMet _, Reason.AlwaysMet _ -> Instant.EPOCH;
      case Reason.Changed(var change) -> change.at();
      case Reason.Lapsed(var dueOn) -> dueOn.atStartOfDay(ZoneId.of("UTC")).toInstant();
      case Reason.Undated _ -> Instant.EPOCH;
    };
  }

  private static String name(Subject subject) {
    return switch (subject) {
      case Subject.Judged(var link, _) -> link.from() + " " + link.to();
      case Subject.Unjudged(var requirement) -> requirement.id();
      case Subject.Promised(var agreement, var target, _) -> agreement + " " + target;
    };
  }
}
