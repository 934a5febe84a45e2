package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.core.workspace.WorkspaceChange.InheritanceChange;
import org.concordat.core.workspace.WorkspaceChange.OrganisationChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.concordat.server.database.schema.tables.records.WorkspaceRecord;
import org.jooq.DSLContext;

/** The settings of a workspace and the one row that holds them. */
record SettingsRow(
    Organisation organisation,
    ImpactScale scale,
    Combination combination,
    Inheritance inheritance) {
  static SettingsRow of(Workspace workspace) {
    return new SettingsRow(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance());
  }

  static SettingsRow of(WorkspaceRecord row) {
    Along along =
        switch (row.getAlong()) {
          case "weakest_link" -> new Along.WeakestLink();
          case "product" -> new Along.Product();
          default ->
              new Along.Matrix(
                  Json.table(row.getMatrix()).stream()
                      .map(cells -> cells.stream().map(Level::of).toList())
                      .toList());
        };
    return new SettingsRow(
        new Organisation(row.getOrganisation(), row.getName(), row.getIndustry()),
        new ImpactScale(List.of(row.getScale())),
        new Combination(along, row.getAcross().equals("average") ? Across.AVERAGE : Across.MAXIMUM),
        new Inheritance(row.getCumulation()));
  }

  void insert(DSLContext sql) {
    WorkspaceRecord row = sql.newRecord(WORKSPACE);
    fill(row);
    row.insert();
  }

  /** The row, detached from any database. */
  WorkspaceRecord row() {
    WorkspaceRecord row = WORKSPACE.newRecord();
    fill(row);
    return row;
  }

  private void fill(WorkspaceRecord row) {
    fillOrganisation(row, organisation);
    fillScale(row, scale);
    fillCombination(row, combination);
    row.setCumulation(inheritance.cumulation());
  }

  /** Puts into a row what a change says, when it is about settings. */
  static void fill(WorkspaceChange change, WorkspaceRecord row) {
    switch (change) {
      case OrganisationChange(var _, var is) -> fillOrganisation(row, is);
      case ScaleChange(var _, var is) -> fillScale(row, is);
      case CombinationChange(var _, var is) -> fillCombination(row, is);
      case InheritanceChange(var _, var is) -> row.setCumulation(is.cumulation());
      case EntryChange _ -> {}
    }
  }

  /** Writes those of the changes that are about settings. */
  static void write(DSLContext sql, List<WorkspaceChange> changes) {
    WorkspaceRecord row = sql.newRecord(WORKSPACE);
    changes.forEach(change -> fill(change, row));
    if (row.touched() && sql.update(WORKSPACE).set(row).execute() != 1) {
      throw new IllegalStateException("the organisation has no settings");
    }
  }

  /** The changes that make these settings others. */
  List<WorkspaceChange> changesTo(SettingsRow now) {
    List<WorkspaceChange> changes = new ArrayList<>();
    if (!organisation.equals(now.organisation)) {
      changes.add(new OrganisationChange(organisation, now.organisation));
    }
    if (!scale.equals(now.scale)) {
      changes.add(new ScaleChange(scale, now.scale));
    }
    if (!combination.equals(now.combination)) {
      changes.add(new CombinationChange(combination, now.combination));
    }
    if (!inheritance.equals(now.inheritance)) {
      changes.add(new InheritanceChange(inheritance, now.inheritance));
    }
    return changes;
  }

  private static void fillOrganisation(WorkspaceRecord row, Organisation organisation) {
    row.setOrganisation(organisation.id());
    row.setName(organisation.name());
    row.setIndustry(organisation.industry());
  }

  private static void fillScale(WorkspaceRecord row, ImpactScale scale) {
    row.setScale(scale.names().toArray(String[]::new));
  }

  private static void fillCombination(WorkspaceRecord row, Combination combination) {
    switch (combination.along()) {
      case Along.WeakestLink() -> {
        row.setAlong("weakest_link");
        row.setMatrix(null);
      }
      case Along.Product() -> {
        row.setAlong("product");
        row.setMatrix(null);
      }
      case Along.Matrix(var rows) -> {
        row.setAlong("matrix");
        row.setMatrix(
            Json.of(
                rows.stream().map(cells -> cells.stream().map(Level::number).toList()).toList()));
      }
    }
    row.setAcross(combination.across() == Across.AVERAGE ? "average" : "maximum");
  }
}
