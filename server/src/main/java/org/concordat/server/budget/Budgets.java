package org.concordat.server.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.BudgetRules;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The budget questions of the organisations. */
public final class Budgets {
  private final TenantTransactions transactions;
  private final Models models;

  Budgets(TenantTransactions transactions, Models models) {
    this.transactions = transactions;
    this.models = models;
  }

  /** What came of wishes. */
  public sealed interface Saved {
    /**
     * They hold.
     *
     * @param changed how many entries differ from before
     */
    record Done(int changed) implements Saved {}

    /** An entry is not as it was seen. */
    record Conflict(BudgetWish wish, @Nullable Object present) implements Saved {}

    /** They would break rules. */
    record Unsound(List<Finding> findings) implements Saved {
      public Unsound {
        findings = List.copyOf(findings);
      }
    }
  }

  /** What controls and budgets there are. */
  public BudgetCase of(UUID tenant) {
    return transactions.readAtOnce(tenant, BudgetRows::read);
  }

  /** The question together with today's priorities. */
  public BudgetProblem problem(UUID tenant) {
    BudgetCase given = of(tenant);
    return models
        .of(tenant)
        .read(model -> BudgetProblem.of(given, model.top(Integer.MAX_VALUE, 0), model.scale()));
  }

  /** Horizon and budgets, as an entry. */
  public record Frame(int years, Together together, List<Budget> budgets) {
    public Frame {
      budgets = List.copyOf(budgets);
    }

    static Frame of(BudgetCase given) {
      return new Frame(given.years(), given.together(), given.budgets());
    }
  }

  /** The tag of horizon and budgets. */
  public static String frameTag(BudgetCase given) {
    return EntryTag.of(Frame.of(given));
  }

  /** Saves wishes, all or none. A finding that was there before does not stand in the way. */
  public Saved save(UUID tenant, Attribution by, List<BudgetWish> wishes) {
    record Known(List<Requirement> requirements, ImpactScale scale) {}
    Known known =
        models
            .of(tenant)
            .read(
                model ->
                    new Known(
                        model.top(Integer.MAX_VALUE, 0).stream()
                            .map(Priority::requirement)
                            .toList(),
                        model.scale()));
    return transactions.write(
        tenant,
        by,
        sql -> {
          // Of two that save at once, the second sees what the first has done.
          sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 16))", "budget:" + tenant);
          BudgetCase before = BudgetRows.read(sql);
          Saved conflict = conflict(before, wishes);
          if (conflict != null) {
            return conflict;
          }
          BudgetCase after = after(before, wishes);
          Set<String> old =
              findings(before, known.requirements, known.scale).stream()
                  .map(Finding::problem)
                  .collect(Collectors.toSet());
          List<Finding> fresh =
              findings(after, known.requirements, known.scale).stream()
                  .filter(f -> !old.contains(f.problem()))
                  .toList();
          return fresh.isEmpty()
              ? new Saved.Done(write(sql, before, after))
              : new Saved.Unsound(fresh);
        });
  }

  private static @Nullable Saved conflict(BudgetCase before, List<BudgetWish> wishes) {
    for (BudgetWish wish : wishes) {
      Object present =
          switch (wish) {
            case BudgetWish.OfControl of -> before.control(of.id()).orElse(null);
            case BudgetWish.OfFrame _ -> Frame.of(before);
          };
      if (!wish.tag().equals(EntryTag.ANYTHING) && !wish.tag().equals(EntryTag.of(present))) {
        return new Saved.Conflict(wish, present);
      }
    }
    return null;
  }

  private static BudgetCase after(BudgetCase before, List<BudgetWish> wishes) {
    Map<String, BudgetControl> controls = new LinkedHashMap<>();
    before.controls().forEach(c -> controls.put(c.id(), c));
    BudgetCase frame = before;
    for (BudgetWish wish : wishes) {
      switch (wish) {
        case BudgetWish.OfControl(String id, BudgetControl wanted, String _) -> {
          if (wanted == null) {
            controls.remove(id);
          } else {
            controls.put(id, wanted);
          }
        }
        case BudgetWish.OfFrame of ->
            frame = new BudgetCase(of.years(), of.together(), of.budgets(), List.of());
      }
    }
    return new BudgetCase(
        frame.years(), frame.together(), frame.budgets(), List.copyOf(controls.values()));
  }

  private static List<Finding> findings(
      BudgetCase given, List<Requirement> requirements, ImpactScale scale) {
    FindingList findings = new FindingList();
    BudgetRules.check(given, requirements, scale, BudgetRules.Places.keys(), findings);
    return findings.list();
  }

  private static int write(DSLContext sql, BudgetCase before, BudgetCase after) {
    int changed = 0;
    for (BudgetControl control : before.controls()) {
      if (after.control(control.id()).isEmpty()) {
        BudgetRows.remove(sql, control.id());
        changed++;
      }
    }
    for (BudgetControl control : after.controls()) {
      if (!Objects.equals(before.control(control.id()).orElse(null), control)) {
        BudgetRows.write(sql, control);
        changed++;
      }
    }
    if (!frameTag(before).equals(frameTag(after))) {
      BudgetRows.writeFrame(sql, after);
      changed++;
    }
    return changed;
  }

  /** Wishes that make one list of controls of another: what differs, and nothing else. */
  public static List<BudgetWish> wishes(BudgetCase before, List<BudgetControl> wanted) {
    List<BudgetWish> wishes = new ArrayList<>();
    for (BudgetControl control : wanted) {
      BudgetControl present = before.control(control.id()).orElse(null);
      if (!control.equals(present)) {
        wishes.add(new BudgetWish.OfControl(control.id(), control, EntryTag.of(present)));
      }
    }
    return wishes;
  }
}
