package org.concordat.core.alignment.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Wanted;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/** One thing that somebody tries out: what would be if it were so. */
public sealed interface DraftEdit
    permits DraftEdit.LinkLevel,
        DraftEdit.GoalImportance,
        DraftEdit.GoalUnit,
        DraftEdit.NewGoal,
        DraftEdit.Joining,
        DraftEdit.CarriedOver,
        StructureEdit,
        VocabularyEdit {
  /**
   * The changes that make it so.
   *
   * @param model the model with what the draft has already
   * @param by the name of the person, for new judgements; null for nobody by name
   * @param today the day, for new judgements
   * @throws IllegalArgumentException when it speaks of what is not there; the message says what
   */
  List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today);

  /**
   * A level counts for a link, whatever was judged: as an agreed judgement. Single judgements stay.
   *
   * @param level null for no link at all: then every judgement of it goes
   */
  record LinkLevel(Impact.Link link, @Nullable Level level) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      requireEnds(model);
      if (level == null) {
        return Wanted.judgements(model, link).stream()
            .<WorkspaceChange>map(impact -> new ImpactChange(impact, null))
            .toList();
      }
      if (level.number() > model.scale().size()) {
        throw new IllegalArgumentException("the scale has no level " + level.number());
      }
      List<Judgement> present = model.judgements(link);
      if (!present.isEmpty() && Judgement.counting(present).equals(level)) {
        return List.of();
      }
      return Wanted.judgement(
          Wanted.judgement(model, link, by, true),
          link.judged(new Judgement(level, by, today, null, true)));
    }

    private void requireEnds(Snapshot model) {
      Requirement requirement = Requirement.parse(link.from()).orElse(null);
      if (requirement == null) {
        Present.factor(link.from(), model);
        Present.goal(link.to(), model);
        return;
      }
      Asset asset = Present.asset(requirement.asset(), model);
      if (!asset.properties().contains(requirement.property())) {
        throw Present.missing("requirement", link.from(), requirements(asset));
      }
      Present.factor(link.to(), model);
    }

    private static List<String> requirements(Asset asset) {
      return asset.properties().stream().map(p -> new Requirement(asset.id(), p).id()).toList();
    }
  }

  /**
   * A goal has another importance, or is gone, with what factors do to it.
   *
   * @param importance null for the top of the scale
   */
  record GoalImportance(String goal, @Nullable Level importance, boolean gone)
      implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      OwnedGoal present = Present.goal(goal, model);
      if (gone) {
        List<WorkspaceChange> changes = Present.impactsOn(goal, model);
        changes.addAll(Wanted.goal(model, goal, null));
        return changes;
      }
      Goal was = present.goal();
      Goal wanted = new Goal(was.id(), was.name(), importance, was.description());
      return Wanted.goal(model, goal, new OwnedGoal(present.unit(), wanted));
    }
  }

  /** A goal is another unit's. */
  record GoalUnit(String goal, String unit) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Goal present = Present.goal(goal, model).goal();
      return Wanted.goal(model, goal, new OwnedGoal(Present.unit(unit, model).id(), present));
    }
  }

  /**
   * A unit has one more goal.
   *
   * @param id null for one that is made of the name
   */
  record NewGoal(@Nullable String id, String unit, String name, @Nullable Level importance)
      implements DraftEdit {
    public NewGoal(String unit, String name, @Nullable Level importance) {
      this(null, unit, name, importance);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Present.unit(unit, model);
      String chosen = Present.newId("goal", id, name, taken -> model.goal(taken) != null);
      return Wanted.goal(
          model, chosen, new OwnedGoal(unit, new Goal(chosen, name.strip(), importance)));
    }
  }

  /**
   * Levels are others, or join in another way. Of another number of levels each that is in use is
   * stood for by the nearest, see {@link Rescaling#proportional}.
   *
   * @param levels the names of the levels, lowest first; null to leave them
   * @param along null to leave it as it is
   * @param across null to leave it as it is
   * @param cumulation null for none
   */
  record Joining(
      @Nullable List<String> levels,
      @Nullable Along along,
      @Nullable Across across,
      @Nullable Integer cumulation)
      implements DraftEdit {
    public Joining {
      levels = levels == null ? null : List.copyOf(levels);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      Combination now = model.combination();
      ImpactScale scale = levels == null ? model.scale() : new ImpactScale(levels);
      List<WorkspaceChange> changes =
          new ArrayList<>(
              Wanted.reckoning(
                  model,
                  scale,
                  new Combination(
                      Objects.requireNonNullElse(along, now.along()),
                      Objects.requireNonNullElse(across, now.across())),
                  new Inheritance(cumulation)));
      int before = model.scale().size();
      if (scale.size() != before) {
        changes.addAll(Rescaling.proportional(before, scale.size()).changes(model.workspace()));
      }
      return changes;
    }
  }

  /** What still has a level of an older scale gets the nearest of the new one. */
  record CarriedOver(List<WorkspaceChange> changes) implements DraftEdit {
    public CarriedOver {
      changes = List.copyOf(changes);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, @Nullable String by, LocalDate today) {
      return changes;
    }
  }
}
