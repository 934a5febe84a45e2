package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.ASSET;
import static org.concordat.server.database.schema.Tables.DEPENDENCY;
import static org.concordat.server.database.schema.Tables.FACTOR;
import static org.concordat.server.database.schema.Tables.FACTOR_IMPACT;
import static org.concordat.server.database.schema.Tables.GOAL;
import static org.concordat.server.database.schema.Tables.ORIGIN;
import static org.concordat.server.database.schema.Tables.PROPERTY;
import static org.concordat.server.database.schema.Tables.REQUIREMENT_IMPACT;
import static org.concordat.server.database.schema.Tables.UNIT;
import static org.concordat.server.database.schema.Tables.WORKSPACE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.AssetChange;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.core.workspace.WorkspaceChange.FactorChange;
import org.concordat.core.workspace.WorkspaceChange.GoalChange;
import org.concordat.core.workspace.WorkspaceChange.ImpactChange;
import org.concordat.core.workspace.WorkspaceChange.OriginChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceChange.PropertyChange;
import org.concordat.core.workspace.WorkspaceChange.UnitChange;
import org.concordat.server.database.schema.tables.records.AssetRecord;
import org.concordat.server.database.schema.tables.records.DependencyRecord;
import org.concordat.server.database.schema.tables.records.FactorImpactRecord;
import org.concordat.server.database.schema.tables.records.FactorRecord;
import org.concordat.server.database.schema.tables.records.GoalRecord;
import org.concordat.server.database.schema.tables.records.OriginRecord;
import org.concordat.server.database.schema.tables.records.PropertyRecord;
import org.concordat.server.database.schema.tables.records.RequirementImpactRecord;
import org.concordat.server.database.schema.tables.records.UnitRecord;
import org.concordat.server.database.schema.tables.records.WorkspaceRecord;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Which table holds which entries of a workspace, and how a row says what an entry says. */
final class EntryTables {
  static final EntryTable<PropertyRecord, PropertyDefinition> PROPERTIES =
      new EntryTable<>(
          PROPERTY,
          PropertyDefinition.class,
          PropertyChange.class,
          List.of(PROPERTY.ID),
          PROPERTY.PLACE,
          null,
          row -> new PropertyDefinition(row.getId(), row.getName(), row.getDescription()),
          (property, row) -> {
            row.setId(property.id());
            row.setName(property.name());
            row.setDescription(property.description());
          },
          PropertyChange::new);

  static final EntryTable<UnitRecord, Unit> UNITS =
      new EntryTable<>(
          UNIT,
          Unit.class,
          UnitChange.class,
          List.of(UNIT.ID),
          UNIT.PLACE,
          null,
          row ->
              new Unit(
                  row.getId(),
                  row.getName(),
                  row.getDiscipline() == null
                      ? null
                      : constant(ValueDiscipline.class, row.getDiscipline()),
                  row.getDescription(),
                  List.of()),
          (unit, row) -> {
            row.setId(unit.id());
            row.setName(unit.name());
            row.setDiscipline(unit.discipline() == null ? null : word(unit.discipline()));
            row.setDescription(unit.description());
          },
          UnitChange::new);

  static final EntryTable<GoalRecord, OwnedGoal> GOALS =
      new EntryTable<>(
          GOAL,
          OwnedGoal.class,
          GoalChange.class,
          List.of(GOAL.ID),
          GOAL.PLACE,
          null,
          row ->
              new OwnedGoal(
                  row.getUnit(),
                  new Goal(
                      row.getId(),
                      row.getName(),
                      level(row.getImportance()),
                      row.getDescription())),
          (owned, row) -> {
            row.setId(owned.goal().id());
            row.setUnit(owned.unit());
            row.setName(owned.goal().name());
            row.setImportance(number(owned.goal().importance()));
            row.setDescription(owned.goal().description());
          },
          GoalChange::new);

  static final EntryTable<FactorRecord, Factor> FACTORS =
      new EntryTable<>(
          FACTOR,
          Factor.class,
          FactorChange.class,
          List.of(FACTOR.ID),
          FACTOR.PLACE,
          null,
          row ->
              new Factor(row.getId(), row.getName(), row.getControllable(), row.getDescription()),
          (factor, row) -> {
            row.setId(factor.id());
            row.setName(factor.name());
            row.setControllable(factor.controllable());
            row.setDescription(factor.description());
          },
          FactorChange::new);

  static final EntryTable<AssetRecord, Asset> ASSETS =
      new EntryTable<>(
          ASSET,
          Asset.class,
          AssetChange.class,
          List.of(ASSET.ID),
          ASSET.PLACE,
          null,
          row ->
              new Asset(
                  row.getId(),
                  row.getName(),
                  constant(AssetKind.class, row.getKind()),
                  row.getUnit(),
                  row.getDescription(),
                  List.of(row.getProperties())),
          (asset, row) -> {
            row.setId(asset.id());
            row.setName(asset.name());
            row.setKind(word(asset.kind()));
            row.setUnit(asset.unit());
            row.setDescription(asset.description());
            row.setProperties(asset.properties().toArray(String[]::new));
          },
          AssetChange::new);

  static final EntryTable<DependencyRecord, Dependency> DEPENDENCIES =
      new EntryTable<>(
          DEPENDENCY,
          Dependency.class,
          DependencyChange.class,
          List.of(DEPENDENCY.FROM_ASSET, DEPENDENCY.ON_ASSET),
          DEPENDENCY.PLACE,
          DEPENDENCY.ID,
          row ->
              new Dependency(
                  row.getFromAsset(),
                  row.getOnAsset(),
                  level(row.getStrength()),
                  row.getCarries() == null ? null : Json.texts(row.getCarries()),
                  row.getRedundancyGroup() == null
                      ? null
                      : new Redundancy(row.getRedundancyGroup(), row.getRedundancyNeeds())),
          (dependency, row) -> {
            Redundancy redundancy = dependency.redundancy();
            row.setFromAsset(dependency.from());
            row.setOnAsset(dependency.on());
            row.setStrength(number(dependency.strength()));
            row.setCarries(dependency.carries() == null ? null : Json.of(dependency.carries()));
            row.setRedundancyGroup(redundancy == null ? null : redundancy.group());
            row.setRedundancyNeeds(redundancy == null ? null : redundancy.needs());
          },
          DependencyChange::new);

  static final EntryTable<RequirementImpactRecord, RequirementImpact> REQUIREMENT_IMPACTS =
      new EntryTable<>(
          REQUIREMENT_IMPACT,
          RequirementImpact.class,
          ImpactChange.class,
          List.of(REQUIREMENT_IMPACT.ASSET, REQUIREMENT_IMPACT.PROPERTY, REQUIREMENT_IMPACT.FACTOR),
          REQUIREMENT_IMPACT.PLACE,
          REQUIREMENT_IMPACT.ID,
          row ->
              new RequirementImpact(
                  new Requirement(row.getAsset(), row.getProperty()),
                  row.getFactor(),
                  judgement(
                      row.getLevel(),
                      row.getJudge(),
                      row.getJudgedOn(),
                      row.getBecause(),
                      row.getAgreed())),
          (impact, row) -> {
            Judgement judgement = impact.judgement();
            row.setAsset(impact.requirement().asset());
            row.setProperty(impact.requirement().property());
            row.setFactor(impact.factor());
            row.setLevel(judgement.level().number());
            row.setJudge(judgement.by());
            row.setJudgedOn(judgement.on());
            row.setBecause(judgement.because());
            row.setAgreed(judgement.agreed());
          },
          ImpactChange::new);

  static final EntryTable<FactorImpactRecord, FactorImpact> FACTOR_IMPACTS =
      new EntryTable<>(
          FACTOR_IMPACT,
          FactorImpact.class,
          ImpactChange.class,
          List.of(FACTOR_IMPACT.FACTOR, FACTOR_IMPACT.GOAL),
          FACTOR_IMPACT.PLACE,
          FACTOR_IMPACT.ID,
          row ->
              new FactorImpact(
                  row.getFactor(),
                  row.getGoal(),
                  judgement(
                      row.getLevel(),
                      row.getJudge(),
                      row.getJudgedOn(),
                      row.getBecause(),
                      row.getAgreed())),
          (impact, row) -> {
            Judgement judgement = impact.judgement();
            row.setFactor(impact.factor());
            row.setGoal(impact.goal());
            row.setLevel(judgement.level().number());
            row.setJudge(judgement.by());
            row.setJudgedOn(judgement.on());
            row.setBecause(judgement.because());
            row.setAgreed(judgement.agreed());
          },
          ImpactChange::new);

  static final EntryTable<OriginRecord, Origin> ORIGINS =
      new EntryTable<>(
          ORIGIN,
          Origin.class,
          OriginChange.class,
          List.of(ORIGIN.KIND, ORIGIN.SOURCE, ORIGIN.ELEMENT),
          ORIGIN.PLACE,
          null,
          row ->
              new Origin(
                  row.getSource(),
                  row.getElement(),
                  constant(Origin.Kind.class, row.getKind()),
                  row.getEntry()),
          (origin, row) -> {
            row.setSource(origin.source());
            row.setElement(origin.element());
            row.setKind(word(origin.kind()));
            row.setEntry(origin.id());
          },
          OriginChange::new);

  /** Every table of entries; those that others refer to come first. */
  static final List<EntryTable<?, ?>> ALL =
      List.of(
          PROPERTIES,
          UNITS,
          GOALS,
          FACTORS,
          ASSETS,
          DEPENDENCIES,
          REQUIREMENT_IMPACTS,
          FACTOR_IMPACTS,
          ORIGINS);

  private EntryTables() {}

  private static <T extends Enum<T>> T constant(Class<T> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Level level(@Nullable Integer number) {
    return number == null ? null : Level.of(number);
  }

  private static @Nullable Integer number(@Nullable Level level) {
    return level == null ? null : level.number();
  }

  private static Judgement judgement(
      int level,
      @Nullable String judge,
      @Nullable LocalDate on,
      @Nullable String because,
      boolean agreed) {
    return new Judgement(Level.of(level), judge, on, because, agreed);
  }

  /** What a change puts into the database; nothing for a removal. */
  static List<Record> rows(WorkspaceChange change) {
    WorkspaceRecord settings = WORKSPACE.newRecord();
    SettingsRow.fill(change, settings);
    return Stream.concat(
            Stream.of(settings), ALL.stream().flatMap(table -> table.rowOf(change).stream()))
        .toList();
  }
}
