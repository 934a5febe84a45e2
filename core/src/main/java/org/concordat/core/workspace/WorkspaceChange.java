package org.concordat.core.workspace;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two workspaces, as it was and as it is.
 *
 * <p>The settings always have both. An {@link EntryChange} may lack one: without a {@code before}
 * the entry was added, without an {@code after} it was removed. {@link WorkspaceDiff} finds the
 * changes, {@link ChangeWording} says them to people.
 */
public sealed interface WorkspaceChange {
  /** As it was, or null for an entry that was added. */
  @Nullable Object before();

  /** As it is, or null for an entry that was removed. */
  @Nullable Object after();

  /** The change that takes this one back. */
  WorkspaceChange inverse();

  /**
   * What changes, for programs: its kind and, for an entry, its id. Several changes have one key
   * where dependencies are parallel or a judgement is beside the agreed one.
   */
  default String key() {
    return switch (this) {
      case OrganisationChange _ -> "organisation";
      case ScaleChange _ -> "scale";
      case CombinationChange _ -> "combination";
      case InheritanceChange _ -> "inheritance";
      case PropertyChange(var was, var is) -> "property " + either(was, is).id();
      case UnitChange(var was, var is) -> "unit " + either(was, is).id();
      case GoalChange(var was, var is) -> "goal " + either(was, is).goal().id();
      case FactorChange(var was, var is) -> "factor " + either(was, is).id();
      case AssetChange(var was, var is) -> "asset " + either(was, is).id();
      case DependencyChange(var was, var is) -> "dependency " + Entries.ends(either(was, is));
      case ImpactChange(var was, var is) -> "impact " + Entries.judged(either(was, is));
      case OriginChange(var was, var is) -> "origin " + Entries.element(either(was, is));
    };
  }

  /**
   * The workspace with this change.
   *
   * <p>Takes time linear in the list that the entry is in; {@link WorkspaceDiff#apply} takes many
   * changes at once.
   *
   * @throws IllegalArgumentException when the workspace is not as this change says it was
   */
  default Workspace applyTo(Workspace workspace) {
    return WorkspaceDiff.apply(workspace, List.of(this));
  }

  record OrganisationChange(Organisation before, Organisation after) implements WorkspaceChange {
    @Override
    public OrganisationChange inverse() {
      return new OrganisationChange(after, before);
    }
  }

  record ScaleChange(ImpactScale before, ImpactScale after) implements WorkspaceChange {
    @Override
    public ScaleChange inverse() {
      return new ScaleChange(after, before);
    }
  }

  record CombinationChange(Combination before, Combination after) implements WorkspaceChange {
    @Override
    public CombinationChange inverse() {
      return new CombinationChange(after, before);
    }
  }

  record InheritanceChange(Inheritance before, Inheritance after) implements WorkspaceChange {
    @Override
    public InheritanceChange inverse() {
      return new InheritanceChange(after, before);
    }
  }

  /** A change of an entry of one of the lists: added, removed, or other than it was. */
  sealed interface EntryChange extends WorkspaceChange {
    /** Whether the entry is new. */
    default boolean adds() {
      return before() == null;
    }

    /** Whether the entry is gone. */
    default boolean removes() {
      return after() == null;
    }
  }

  record PropertyChange(@Nullable PropertyDefinition before, @Nullable PropertyDefinition after)
      implements EntryChange {
    public PropertyChange {
      either(before, after);
    }

    @Override
    public PropertyChange inverse() {
      return new PropertyChange(after, before);
    }
  }

  /** A change of a unit itself; its goals are not looked at, each of them changes on its own. */
  record UnitChange(@Nullable Unit before, @Nullable Unit after) implements EntryChange {
    public UnitChange {
      either(before, after);
      before = before == null ? null : withoutGoals(before);
      after = after == null ? null : withoutGoals(after);
    }

    static Unit withoutGoals(Unit unit) {
      return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), List.of());
    }

    @Override
    public UnitChange inverse() {
      return new UnitChange(after, before);
    }
  }

  /** A change of a goal, or a move to another unit, or both. */
  record GoalChange(@Nullable OwnedGoal before, @Nullable OwnedGoal after) implements EntryChange {
    public GoalChange {
      either(before, after);
    }

    @Override
    public GoalChange inverse() {
      return new GoalChange(after, before);
    }
  }

  /** A goal and the id of the unit that has it. */
  record OwnedGoal(String unit, Goal goal) {}

  record FactorChange(@Nullable Factor before, @Nullable Factor after) implements EntryChange {
    public FactorChange {
      either(before, after);
    }

    @Override
    public FactorChange inverse() {
      return new FactorChange(after, before);
    }
  }

  record AssetChange(@Nullable Asset before, @Nullable Asset after) implements EntryChange {
    public AssetChange {
      either(before, after);
    }

    @Override
    public AssetChange inverse() {
      return new AssetChange(after, before);
    }
  }

  record DependencyChange(@Nullable Dependency before, @Nullable Dependency after)
      implements EntryChange {
    public DependencyChange {
      either(before, after);
    }

    @Override
    public DependencyChange inverse() {
      return new DependencyChange(after, before);
    }
  }

  /** A change of one judgement of one link. */
  record ImpactChange(@Nullable Impact before, @Nullable Impact after) implements EntryChange {
    public ImpactChange {
      either(before, after);
    }

    /** The link that is judged. */
    public Impact.Link link() {
      return either(before, after).link();
    }

    @Override
    public ImpactChange inverse() {
      return new ImpactChange(after, before);
    }
  }

  record OriginChange(@Nullable Origin before, @Nullable Origin after) implements EntryChange {
    public OriginChange {
      either(before, after);
    }

    @Override
    public OriginChange inverse() {
      return new OriginChange(after, before);
    }
  }

  /** Whichever of the two there is, the later one first. */
  private static <T> T either(@Nullable T before, @Nullable T after) {
    if (after != null) {
      return after;
    }
    if (before != null) {
      return before;
    }
    throw new IllegalArgumentException("a change has a before or an after");
  }
}
