package org.concordat.server.budget;

import static org.concordat.server.database.schema.Tables.BUDGET_CONTROL;
import static org.concordat.server.database.schema.Tables.BUDGET_FRAME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.standards.ControlRef;
import org.concordat.formats.budget.ControlTable;
import org.concordat.formats.yaml.Words;
import org.concordat.server.database.schema.tables.records.BudgetControlRecord;
import org.concordat.server.database.schema.tables.records.BudgetFrameRecord;
import org.jooq.DSLContext;

/** A budget question to and from its rows. */
final class BudgetRows {
  private static final String FRAME = "frame";

  /** What stands where nobody has said anything. */
  static final BudgetCase NOTHING = new BudgetCase(1, Together.BEST, List.of(), List.of());

  private BudgetRows() {}

  static BudgetCase read(DSLContext sql) {
    BudgetFrameRecord frame = sql.selectFrom(BUDGET_FRAME).fetchOne();
    List<BudgetControl> controls =
        sql.selectFrom(BUDGET_CONTROL).orderBy(BUDGET_CONTROL.PLACE).fetch(BudgetRows::control);
    if (frame == null) {
      return new BudgetCase(NOTHING.years(), NOTHING.together(), List.of(), controls);
    }
    List<Budget> budgets = new ArrayList<>();
    for (String text : frame.getBudgets()) {
      String[] parts = text.split(" ", -1);
      budgets.add(
          new Budget(parts[0], Arrays.stream(parts).skip(1).map(BudgetRows::quantity).toList()));
    }
    return new BudgetCase(
        frame.getYears(),
        Words.find(Together.class, frame.getTogether()).orElseThrow(),
        budgets,
        controls);
  }

  private static Quantity quantity(String text) {
    return Quantity.parse(text).orElseThrow();
  }

  private static BudgetControl control(BudgetControlRecord row) {
    Map<String, Outlay> outlays = new LinkedHashMap<>();
    for (String text : row.getOutlays()) {
      String[] parts = text.split(" ", -1);
      outlays.put(parts[0], new Outlay(quantity(parts[1]), quantity(parts[2])));
    }
    List<Service> serves = new ArrayList<>();
    for (String text : row.getServes()) {
      int equals = text.indexOf('=');
      serves.add(
          new Service(
              Requirement.parse(text.substring(0, equals)).orElseThrow(),
              Level.of(Integer.parseInt(text.substring(equals + 1)))));
    }
    return new BudgetControl(
        row.getId(),
        row.getName(),
        outlays,
        serves,
        List.of(row.getNeeds()),
        List.of(row.getExcludes()),
        row.getEarliest(),
        row.getInPlace(),
        Optional.ofNullable(row.getImplements()).flatMap(ControlTable::parseRef).orElse(null));
  }

  static void write(DSLContext sql, BudgetControl control) {
    BudgetControlRecord row = sql.newRecord(BUDGET_CONTROL);
    row.setId(control.id());
    row.setName(control.name());
    row.setOutlays(
        control.outlays().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue().once() + " " + e.getValue().yearly())
            .toArray(String[]::new));
    row.setServes(
        control.serves().stream()
            .map(s -> s.requirement().id() + "=" + s.level().number())
            .toArray(String[]::new));
    row.setNeeds(control.needs().toArray(String[]::new));
    row.setExcludes(control.excludes().toArray(String[]::new));
    row.setEarliest(control.earliest());
    row.setInPlace(control.inPlace());
    ControlRef ref = control.implementing();
    row.setImplements(ref == null ? null : ControlTable.text(ref));
    int changed =
        sql.update(BUDGET_CONTROL).set(row).where(BUDGET_CONTROL.ID.eq(control.id())).execute();
    if (changed == 0) {
      row.insert();
    }
  }

  static void remove(DSLContext sql, String control) {
    sql.deleteFrom(BUDGET_CONTROL).where(BUDGET_CONTROL.ID.eq(control)).execute();
  }

  static void writeFrame(DSLContext sql, BudgetCase given) {
    BudgetFrameRecord row = sql.newRecord(BUDGET_FRAME);
    row.setId(FRAME);
    row.setYears(given.years());
    row.setTogether(Words.of(given.together()));
    row.setBudgets(
        given.budgets().stream()
            .map(
                b ->
                    b.resource()
                        + " "
                        + String.join(" ", b.years().stream().map(Quantity::toString).toList()))
            .toArray(String[]::new));
    if (sql.update(BUDGET_FRAME).set(row).where(BUDGET_FRAME.ID.eq(FRAME)).execute() == 0) {
      row.insert();
    }
  }
}
