package org.concordat.server.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.alignment.NewId;
import org.concordat.server.alignment.RescaledReckoning;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;

/** One thing that somebody tries out: what would be if it were so. */
public sealed interface DraftEdit
    permits DraftEdit.LinkLevel,
        DraftEdit.GoalImportance,
        DraftEdit.NewGoal,
        DraftEdit.AssetDependency,
        DraftEdit.NewAsset,
        DraftEdit.AssetGone,
        DraftEdit.Joining,
        DraftEdit.CarriedOver,
        VocabularyEdit {
  /**
   * The changes that make it so.
   *
   * @param model the model with what the draft has already
   * @param by the name of the person, for new judgements
   * @param today the day, for new judgements
   * @throws IllegalArgumentException when it speaks of what is not there; the message says what
   */
  List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today);

  /**
   * A level counts for a link, whatever was judged: as an agreed judgement. Single judgements stay.
   *
   * @param level null for no link at all: then every judgement of it goes
   */
  record LinkLevel(Impact.Link link, @Nullable Level level) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      if (level != null && level.number() > model.scale().size()) {
        throw new IllegalArgumentException("the scale has no level " + level.number());
      }
      if (level == null) {
        return judgements(model).stream()
            .<WorkspaceChange>map(impact -> new ImpactChange(impact, null))
            .toList();
      }
      Impact wanted = impact(new Judgement(level, by, today, null, true), model);
      List<Judgement> present = model.judgements(link);
      if (!present.isEmpty() && Judgement.counting(present).equals(level)) {
        return List.of();
      }
      return new Wish.OfJudgement(link, by, true, wanted, EntryTag.ANYTHING).changes(model);
    }

    private List<Impact> judgements(Snapshot model) {
      List<Impact> judgements = new ArrayList<>();
      Requirement.parse(link.from())
          .ifPresentOrElse(
              requirement -> judgements.addAll(model.impactsOf(requirement)),
              () -> judgements.addAll(model.impactsOfFactor(link.from())));
      judgements.removeIf(impact -> !impact.link().equals(link));
      return judgements;
    }

    private Impact impact(Judgement judgement, Snapshot model) {
      Requirement requirement = Requirement.parse(link.from()).orElse(null);
      if (requirement != null) {
        Asset asset = model.asset(requirement.asset());
        if (asset == null || !asset.properties().contains(requirement.property())) {
          throw missing("requirement", link.from());
        }
        require(model.factor(link.to()) != null, "factor", link.to());
        return new RequirementImpact(requirement, link.to(), judgement);
      }
      require(model.factor(link.from()) != null, "factor", link.from());
      require(model.goal(link.to()) != null, "goal", link.to());
      return new FactorImpact(link.from(), link.to(), judgement);
    }
  }

  /** A goal has another importance, or is gone. */
  record GoalImportance(String goal, @Nullable Level importance, boolean gone)
      implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      OwnedGoal present = model.goal(goal);
      if (present == null) {
        throw missing("goal", goal);
      }
      if (!gone) {
        Goal was = present.goal();
        Goal wanted = new Goal(was.id(), was.name(), importance, was.description());
        return new Wish.OfGoal(goal, new OwnedGoal(present.unit(), wanted), EntryTag.ANYTHING)
            .changes(model);
      }
      List<WorkspaceChange> changes = new ArrayList<>();
      model
          .factors()
          .forEach(
              factor ->
                  model.impactsOfFactor(factor.id()).stream()
                      .filter(impact -> impact.goal().equals(goal))
                      .forEach(impact -> changes.add(new ImpactChange(impact, null))));
      changes.addAll(new Wish.OfGoal(goal, null, EntryTag.ANYTHING).changes(model));
      return changes;
    }
  }

  /** A unit has one more goal. */
  record NewGoal(String unit, String name, @Nullable Level importance) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(model.unit(unit) != null, "unit", unit);
      require(!name.isBlank(), "goal", name);
      String id = NewId.of("", name, taken -> model.goal(taken) != null);
      return new Wish.OfGoal(
              id, new OwnedGoal(unit, new Goal(id, name.strip(), importance)), EntryTag.ANYTHING)
          .changes(model);
    }
  }

  /**
   * An asset depends on another with a strength, or not at all.
   *
   * @param strength null for the top of the scale
   */
  record AssetDependency(String from, String on, @Nullable Level strength, boolean gone)
      implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(model.asset(from) != null, "asset", from);
      require(model.asset(on) != null, "asset", on);
      List<Dependency> present =
          model.dependenciesOf(from).stream().filter(d -> d.on().equals(on)).toList();
      List<Dependency> wanted =
          gone
              ? List.of()
              : present.isEmpty()
                  ? List.of(new Dependency(from, on, strength, null, null))
                  : present.stream()
                      .map(d -> new Dependency(from, on, strength, d.carries(), d.redundancy()))
                      .toList();
      return new Wish.OfDependencies(from, on, wanted, EntryTag.ANYTHING).changes(model);
    }
  }

  /** There is one more asset, with the classic properties. */
  record NewAsset(String name, AssetKind kind, @Nullable String unit) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(!name.isBlank(), "asset", name);
      if (unit != null) {
        require(model.unit(unit) != null, "unit", unit);
      }
      String id = NewId.of("", name, taken -> model.asset(taken) != null);
      Asset asset = new Asset(id, name.strip(), kind, unit, SecurityProperty.CLASSIC);
      return new Wish.OfAsset(id, asset, EntryTag.ANYTHING).changes(model);
    }
  }

  /** An asset is gone, with its impacts and its dependencies. */
  record AssetGone(String asset) implements DraftEdit {
    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      require(model.asset(asset) != null, "asset", asset);
      Set<String> one = new LinkedHashSet<>(List.of(asset));
      return new Wish.OfWholeAssets(one, EntryTag.ANYTHING).changes(model);
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
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      Combination now = model.combination();
      ImpactScale scale = levels == null ? model.scale() : new ImpactScale(levels);
      Wish.Reckoning wanted =
          new Wish.Reckoning(
              scale,
              new Combination(
                  Objects.requireNonNullElse(along, now.along()),
                  Objects.requireNonNullElse(across, now.across())),
              new Inheritance(cumulation));
      int before = model.scale().size();
      return new RescaledReckoning(
              new Wish.OfReckoning(wanted, EntryTag.ANYTHING),
              before,
              Rescaling.proportional(before, scale.size()))
          .changes(model);
    }
  }

  /** What still has a level of an older scale gets the nearest of the new one. */
  record CarriedOver(List<WorkspaceChange> changes) implements DraftEdit {
    public CarriedOver {
      changes = List.copyOf(changes);
    }

    @Override
    public List<WorkspaceChange> changes(Snapshot model, String by, LocalDate today) {
      return changes;
    }
  }

  /** Says which thing is missing unless it is there. */
  static void require(boolean there, String what, String id) {
    if (!there) {
      throw missing(what, id);
    }
  }

  /** That a thing is not there, or not named. */
  static IllegalArgumentException missing(String what, String id) {
    return new IllegalArgumentException(
        id.isBlank() ? "name the " + what : "there is no " + what + " '" + id + "'");
  }
}
