package org.concordat.formats.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.Judge;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.formats.tables.TextKey;
import org.jspecify.annotations.Nullable;

/** Makes a round of answers that are read one by one, and gathers what is wrong with them. */
final class AnswerCollector {
  private static final List<String> UNKNOWN = keys("?", "unknown", "don't know", "weiß nicht");
  private static final List<String> NO_IMPACT = keys("none", "no impact", "keine", "keiner");

  private final ImpactScale scale;
  private final FindingList findings = new FindingList();
  private final Set<Link> links = new LinkedHashSet<>();
  private final Map<String, Awareness> judges = new LinkedHashMap<>();
  private final Map<List<Object>, Given> given = new LinkedHashMap<>();
  private final Map<Place, Integer> ranks = new LinkedHashMap<>();
  private boolean hasLevels;
  private boolean hasPlaces;

  AnswerCollector(ImpactScale scale) {
    this.scale = scale;
  }

  private static List<String> keys(String... words) {
    List<String> keys = new ArrayList<>();
    for (String word : words) {
      keys.add(key(word));
    }
    return List.copyOf(keys);
  }

  /** A question mark has no letters to go by. */
  private static String key(String word) {
    return word.equals("?") ? word : TextKey.of(word);
  }

  /** Gives the texts of one answer by their columns; empty where nothing stands. */
  interface Row {
    String text(AnswerColumn column);
  }

  FindingList findings() {
    return findings;
  }

  /** One answer; a row without a level or a place asks and says nothing. */
  void add(Place place, Row row) {
    Optional<Link> link = link(place, row);
    String judge = row.text(AnswerColumn.JUDGE);
    if (judge.isEmpty()) {
      findings.error(place, "nobody is named who answers", "write who it is under 'by'");
    } else {
      awareness(place, judge, row);
    }
    Optional<Answer> answer = answer(place, row);
    if (link.isEmpty() || judge.isEmpty()) {
      return;
    }
    links.add(link.get());
    if (answer.isPresent()) {
      Given said = new Given(link.get(), judge, answer.get());
      if (given.putIfAbsent(List.of(link.get(), judge), said) != null) {
        findings.error(
            place,
            "'%s' answers a second time about '%s' and '%s'"
                .formatted(judge, link.get().from(), link.get().to()),
            "keep one of the two");
      }
    }
  }

  private Optional<Link> link(Place place, Row row) {
    String requirement = row.text(AnswerColumn.REQUIREMENT);
    String factor = row.text(AnswerColumn.FACTOR);
    String goal = row.text(AnswerColumn.GOAL);
    if (factor.isEmpty() || requirement.isEmpty() == goal.isEmpty()) {
      findings.error(
          place,
          "it is not clear what is judged",
          "name a requirement and a factor, or a factor and a goal");
      return Optional.empty();
    }
    if (!requirement.isEmpty() && Requirement.parse(requirement).isEmpty()) {
      findings.error(place, "'" + requirement + "' is no requirement", "write ASSET/PROPERTY");
      return Optional.empty();
    }
    String end = goal.isEmpty() ? factor : goal;
    for (String id : List.of(factor, end)) {
      if (!Identifier.isValid(id)) {
        findings.error(place, "'" + id + "' is no id", "an id is made of " + Identifier.SHAPE);
        return Optional.empty();
      }
    }
    return Optional.of(new Link(requirement.isEmpty() ? factor : requirement, end));
  }

  private void awareness(Place place, String judge, Row row) {
    String word = row.text(AnswerColumn.TRAINING);
    String role = row.text(AnswerColumn.ROLE);
    Training training = Training.NONE;
    if (!word.isEmpty()) {
      try {
        training = Training.valueOf(word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException _) {
        findings.error(
            place, "the training '" + word + "' is not known", "write none, basic or advanced");
      }
    }
    Awareness said = new Awareness(training, role.isEmpty() ? null : role);
    Awareness before = judges.get(judge);
    if (before == null || before.equals(Awareness.UNSTATED)) {
      judges.put(judge, said);
    } else if (!said.equals(Awareness.UNSTATED) && !said.equals(before)) {
      findings.error(
          place,
          "'" + judge + "' has another training or role than before",
          "write the same in every row, or in the first one alone");
    }
  }

  private Optional<Answer> answer(Place place, Row row) {
    String level = row.text(AnswerColumn.LEVEL);
    String rank = row.text(AnswerColumn.PLACE);
    if (level.isEmpty() && rank.isEmpty()) {
      return Optional.empty();
    }
    boolean isPlace = level.isEmpty();
    if (isPlace ? hasLevels : hasPlaces || !rank.isEmpty()) {
      findings.error(
          place,
          "some answers are levels and others are places in an order",
          "write a level in each row, or a place in each row");
      return Optional.empty();
    }
    Optional<Answer> answer = isPlace ? placed(place, rank, row) : rated(place, level, row);
    hasPlaces |= isPlace;
    hasLevels |= !isPlace;
    return answer;
  }

  private Optional<Answer> placed(Place place, String word, Row row) {
    @Nullable String because = because(row);
    if (UNKNOWN.contains(key(word))) {
      return Optional.of(new Answer.Unknown(because));
    }
    if (word.matches("[1-9]\\d{0,5}")) {
      int rank = Integer.parseInt(word);
      ranks.putIfAbsent(place, rank);
      return Optional.of(new Answer.Placed(rank, because));
    }
    findings.error(
        place,
        "'" + word + "' is no place in an order",
        "write a number from 1, the gravest, or ? for 'don't know'");
    return Optional.empty();
  }

  private static @Nullable String because(Row row) {
    String text = row.text(AnswerColumn.BECAUSE);
    return text.isEmpty() ? null : text;
  }

  private Optional<Answer> rated(Place place, String word, Row row) {
    @Nullable String because = because(row);
    for (int step = 1; step <= scale.size(); step++) {
      if (scale.names().get(step - 1).equalsIgnoreCase(word)) {
        return Optional.of(Answer.ofStep(step, because));
      }
    }
    String key = key(word);
    if (UNKNOWN.contains(key)) {
      return Optional.of(new Answer.Unknown(because));
    }
    if (NO_IMPACT.contains(key)) {
      return Optional.of(new Answer.NoImpact(because));
    }
    if (word.matches("\\d{1,3}") && Integer.parseInt(word) <= scale.size()) {
      return Optional.of(Answer.ofStep(Integer.parseInt(word), because));
    }
    String nearest = NearestName.among(scale.names()).remedyFor(word);
    findings.error(
        place,
        "the scale has no level '" + word + "'",
        nearest != null
            ? nearest
            : "write %s, none, ? for 'don't know', or a number from 0 to %d"
                .formatted(String.join(", ", scale.names()), scale.size()));
    return Optional.empty();
  }

  AnswerFile.Read round() throws InvalidInput {
    ranks.forEach(
        (place, rank) -> {
          if (rank > links.size()) {
            findings.error(
                place,
                "there is no place %d among %d things".formatted(rank, links.size()),
                "places go from 1, the gravest, to the number of things");
          }
        });
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    List<Judge> asked = new ArrayList<>();
    judges.forEach((id, awareness) -> asked.add(new Judge(id, awareness)));
    return new AnswerFile.Read(
        new RoundAnswers(List.copyOf(links), asked, List.copyOf(given.values())),
        hasPlaces ? new Steps.Places(links.size()) : new Steps.Levels(scale));
  }
}
