package org.concordat.core.alignment.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.workspace.Workspace;

/**
 * What was asked of whom, and what they said.
 *
 * @param links what is judged, none twice
 * @param judges who was asked, no id twice
 * @param given at most one answer of a judge to a link; of these links and judges
 */
public record RoundAnswers(List<Link> links, List<Judge> judges, List<Given> given) {
  public RoundAnswers {
    links = List.copyOf(links);
    judges = List.copyOf(judges);
    given = List.copyOf(given);
    Set<Link> known = new HashSet<>(links);
    Map<String, Set<Link>> answered = new HashMap<>();
    judges.forEach(judge -> answered.put(judge.id(), new HashSet<>()));
    if (known.size() != links.size() || answered.size() != judges.size()) {
      throw new IllegalArgumentException("a link or a judge stands twice");
    }
    for (Given one : given) {
      Set<Link> of = answered.get(one.judge());
      if (of == null || !known.contains(one.link())) {
        throw new IllegalArgumentException(
            "'" + one.judge() + "' was not asked about " + one.link());
      }
      if (!of.add(one.link())) {
        throw new IllegalArgumentException(
            "'" + one.judge() + "' answered twice about " + one.link());
      }
    }
  }

  /**
   * One answer.
   *
   * @param judge the id of the judge
   */
  public record Given(Link link, String judge, Answer answer) {}

  /**
   * The single judgements of a workspace, of each link that somebody with a name has judged. The
   * agreed ones are no answers of anybody and are left out.
   */
  public static RoundAnswers of(Workspace workspace) {
    Set<Link> links = new LinkedHashSet<>();
    Map<String, Judge> judges = new LinkedHashMap<>();
    List<Given> given = new ArrayList<>();
    for (Impact impact : workspace.impacts()) {
      Judgement judgement = impact.judgement();
      String by = judgement.by();
      if (by != null && !by.isBlank() && !judgement.agreed()) {
        links.add(impact.link());
        judges.computeIfAbsent(by, Judge::of);
        given.add(
            new Given(impact.link(), by, new Answer.Rated(judgement.level(), judgement.because())));
      }
    }
    return new RoundAnswers(List.copyOf(links), List.copyOf(judges.values()), given);
  }

  /** The answers as steps: a row for each link, a column for each judge. */
  public Ratings ratings() {
    Map<Link, Integer> rows = new HashMap<>();
    Map<String, Integer> columns = new HashMap<>();
    links.forEach(link -> rows.put(link, rows.size()));
    judges.forEach(judge -> columns.put(judge.id(), columns.size()));
    Ratings.Builder ratings = new Ratings.Builder(links.size(), judges.size());
    for (Given one : given) {
      Integer row = rows.get(one.link());
      Integer column = columns.get(one.judge());
      if (row != null && column != null) {
        one.answer().step().ifPresent(step -> ratings.set(row, column, step));
      }
    }
    return ratings.build();
  }
}
