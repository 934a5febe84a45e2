package org.concordat.server.agreements.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.agreements.steps.Completion;
import org.concordat.core.agreements.steps.Lack;
import org.concordat.core.agreements.steps.Step;
import org.concordat.core.agreements.steps.StepInput;
import org.concordat.core.agreements.steps.StepState;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/** The seven steps of one unit: whose turn it is, what lacks, what was done. */
public record UnitStepsPage(SecurityProcess.OfUnit unit, List<Row> rows) implements PageModel {
  public UnitStepsPage {
    rows = List.copyOf(rows);
  }

  /**
   * A step.
   *
   * @param word its word, for texts and addresses
   * @param state the word of its state
   * @param link where its work is done
   * @param lacks what it lacks, each with where to mend it
   * @param changed the words of what it rests on and what has changed since
   * @param mayComplete whether the reader may say that it is done
   * @param history who said so, the latest first
   */
  public record Row(
      Step step,
      String word,
      String state,
      String link,
      List<Lacking> lacks,
      List<String> changed,
      boolean mayComplete,
      List<Said> history) {
    public Row {
      lacks = List.copyOf(lacks);
      changed = List.copyOf(changed);
      history = List.copyOf(history);
    }
  }

  /**
   * Something that a step lacks.
   *
   * @param kind its word
   * @param about an id, or the word of a step; may be empty
   * @param link where to mend it
   */
  public record Lacking(String kind, String about, String link) {}

  /** That somebody said that a step is done. */
  public record Said(Completion completion, String name) {}

  static UnitStepsPage of(SecurityProcess.OfUnit unit, Caller caller, Labels labels) {
    List<Row> rows = new ArrayList<>();
    for (Step step : Step.values()) {
      StepState state = unit.steps().state(step);
      rows.add(
          new Row(
              step,
              Words.of(step),
              StepsPage.word(state),
              link(step, unit),
              lacks(state, step, unit, labels),
              changed(state).stream().map(Words::of).sorted().toList(),
              SecurityProcess.side(caller, unit.unit().id(), step)
                  .filter(side -> unit.steps().mayComplete(step, side.capacity()))
                  .isPresent(),
              unit.history().stream()
                  .filter(each -> each.step() == step)
                  .sorted(Comparator.comparing((Completion c) -> c.by().at()).reversed())
                  .map(each -> new Said(each, labels.person(each.by().person())))
                  .toList()));
    }
    return new UnitStepsPage(unit, rows);
  }

  /** What a step lacks; of the steps before it only the first, for the others wait for that too. */
  private static List<Lacking> lacks(
      StepState state, Step step, SecurityProcess.OfUnit unit, Labels labels) {
    List<Lacking> lacks = new ArrayList<>();
    boolean waits = false;
    for (Lack lack : state.missing()) {
      boolean isBefore = lack.kind() == Lack.Kind.STEP_BEFORE;
      if (!isBefore || !waits) {
        lacks.add(lacking(lack, step, unit, labels));
      }
      waits = waits || isBefore;
    }
    return lacks;
  }

  private static Set<StepInput> changed(StepState state) {
    return state instanceof StepState.AnotherLook again ? new TreeSet<>(again.changed()) : Set.of();
  }

  private static String link(Step step, SecurityProcess.OfUnit unit) {
    String id = unit.unit().id();
    return switch (step) {
      case VISION -> "/vision/" + id;
      case FACTORS -> "/impacts/goals";
      case BUSINESS_ASSETS -> "/impacts?unit=" + id;
      case IT_ASSETS -> "/dependencies?unit=" + id;
      case PROPOSAL, RISK_ACCEPTANCE, CROSS_UNIT_REVIEW ->
          unit.agreement() == null
              ? "/agreements?unit=" + id + "#draft"
              : unit.agreement().key().path();
    };
  }

  private static Lacking lacking(Lack lack, Step step, SecurityProcess.OfUnit unit, Labels labels) {
    String link =
        switch (lack.kind()) {
          case STEP_BEFORE -> "#step-" + word(lack.about());
          case NO_DISCIPLINE, NO_GOAL, VISION_NOT_DATED -> "/vision/" + unit.unit().id();
          case GOAL_WITHOUT_FACTOR -> "/impacts/goals";
          case NO_BUSINESS_ASSET -> "/assets?unit=" + unit.unit().id();
          case ASSET_NOT_JUDGED -> "/impacts?q=" + lack.about();
          case ASSET_WITHOUT_DEPENDENCY, ASSET_WITHOUT_PROPERTY -> "/assets/" + lack.about();
          case NEED_WITHOUT_LINE -> "/priorities/" + lack.about();
          case NO_PROPOSAL, RISK_NOT_ACCEPTED, NOT_AGREED, NOT_REVIEWED -> link(step, unit);
        };
    String about =
        switch (lack.kind()) {
          case STEP_BEFORE -> word(lack.about());
          case GOAL_WITHOUT_FACTOR -> labels.goal(lack.about());
          case ASSET_NOT_JUDGED, ASSET_WITHOUT_DEPENDENCY, ASSET_WITHOUT_PROPERTY ->
              labels.asset(lack.about());
          case NEED_WITHOUT_LINE,
              RISK_NOT_ACCEPTED,
              NO_DISCIPLINE,
              NO_GOAL,
              VISION_NOT_DATED,
              NO_BUSINESS_ASSET,
              NO_PROPOSAL,
              NOT_AGREED,
              NOT_REVIEWED ->
              lack.about();
        };
    return new Lacking(Words.of(lack.kind()), about, link);
  }

  private static String word(String step) {
    return Words.of(Step.valueOf(step));
  }

  /** How many steps are done and need no other look. */
  public long done() {
    return rows.stream().filter(row -> row.state().equals("done")).count();
  }

  /** Where to go on: the first step that is not done, or null when all are. */
  public @Nullable Row next() {
    return rows.stream().filter(row -> !row.state().equals("done")).findFirst().orElse(null);
  }

  @Override
  public String template() {
    return "agreements/unit_steps";
  }
}
