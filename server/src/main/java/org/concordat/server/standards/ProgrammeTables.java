package org.concordat.server.standards;

import static org.concordat.server.database.schema.Tables.CATALOGUE_ADOPTION;
import static org.concordat.server.database.schema.Tables.CONTROL_OPERATION;
import static org.concordat.server.database.schema.Tables.CROSSWALK_USE;
import static org.concordat.server.database.schema.Tables.OBLIGATION;
import static org.concordat.server.database.schema.Tables.OBLIGATION_CONTROL;
import static org.concordat.server.database.schema.Tables.OWN_CATALOGUE;
import static org.concordat.server.database.schema.Tables.OWN_CONSIDERED;
import static org.concordat.server.database.schema.Tables.OWN_CONTROL;
import static org.concordat.server.database.schema.Tables.OWN_CROSSWALK;
import static org.concordat.server.database.schema.Tables.OWN_MAPPING;
import static org.concordat.server.database.schema.Tables.REQUIREMENT_LINK;

import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.server.database.schema.tables.records.CatalogueAdoptionRecord;
import org.concordat.server.database.schema.tables.records.ControlOperationRecord;
import org.concordat.server.database.schema.tables.records.CrosswalkUseRecord;
import org.concordat.server.database.schema.tables.records.ObligationControlRecord;
import org.concordat.server.database.schema.tables.records.ObligationRecord;
import org.concordat.server.database.schema.tables.records.OwnCatalogueRecord;
import org.concordat.server.database.schema.tables.records.OwnConsideredRecord;
import org.concordat.server.database.schema.tables.records.OwnControlRecord;
import org.concordat.server.database.schema.tables.records.OwnCrosswalkRecord;
import org.concordat.server.database.schema.tables.records.OwnMappingRecord;
import org.concordat.server.database.schema.tables.records.RequirementLinkRecord;
import org.jspecify.annotations.Nullable;

/** Which table holds which entries of a programme, and how a row says what an entry says. */
final class ProgrammeTables {
  static final ProgrammeTable<CatalogueAdoptionRecord, Adoption> ADOPTIONS =
      new ProgrammeTable<>(
          CATALOGUE_ADOPTION,
          Adoption.class,
          List.of(CATALOGUE_ADOPTION.CATALOGUE),
          CATALOGUE_ADOPTION.PLACE,
          row -> new Adoption(row.getCatalogue(), row.getSince(), row.getBecause()),
          (adoption, row) -> {
            row.setCatalogue(adoption.catalogue());
            row.setSince(adoption.since());
            row.setBecause(adoption.because());
          });

  static final ProgrammeTable<CrosswalkUseRecord, CrosswalkUse> CROSSWALK_USES =
      new ProgrammeTable<>(
          CROSSWALK_USE,
          CrosswalkUse.class,
          List.of(CROSSWALK_USE.CROSSWALK),
          CROSSWALK_USE.PLACE,
          row -> new CrosswalkUse(row.getCrosswalk()),
          (use, row) -> row.setCrosswalk(use.crosswalk()));

  static final ProgrammeTable<OwnCatalogueRecord, OwnCatalogue> OWN_CATALOGUES =
      new ProgrammeTable<>(
          OWN_CATALOGUE,
          OwnCatalogue.class,
          List.of(OWN_CATALOGUE.ID),
          OWN_CATALOGUE.PLACE,
          row ->
              new OwnCatalogue(
                  row.getId(), row.getTitle(), row.getVersion(), row.getSource(), row.getLicence()),
          (catalogue, row) -> {
            row.setId(catalogue.id());
            row.setTitle(catalogue.title());
            row.setVersion(catalogue.version());
            row.setSource(catalogue.source());
            row.setLicence(catalogue.licence());
          });

  static final ProgrammeTable<OwnControlRecord, OwnControl> OWN_CONTROLS =
      new ProgrammeTable<>(
          OWN_CONTROL,
          OwnControl.class,
          List.of(OWN_CONTROL.CATALOGUE, OWN_CONTROL.CONTROL),
          OWN_CONTROL.PLACE,
          row ->
              new OwnControl(
                  row.getCatalogue(),
                  new Control(
                      row.getControl(),
                      row.getTitle(),
                      row.getParent(),
                      row.getDemand(),
                      row.getExhaustive(),
                      row.getWithdrawn())),
          (own, row) -> {
            Control control = own.control();
            row.setCatalogue(own.catalogue());
            row.setControl(control.id());
            row.setTitle(control.title());
            row.setParent(control.parent());
            row.setDemand(control.text());
            row.setExhaustive(control.exhaustive());
            row.setWithdrawn(control.withdrawn());
          });

  static final ProgrammeTable<OwnCrosswalkRecord, OwnCrosswalk> OWN_CROSSWALKS =
      new ProgrammeTable<>(
          OWN_CROSSWALK,
          OwnCrosswalk.class,
          List.of(OWN_CROSSWALK.ID),
          OWN_CROSSWALK.PLACE,
          row ->
              new OwnCrosswalk(
                  row.getId(),
                  row.getSource(),
                  row.getTarget(),
                  row.getPublisher(),
                  row.getUrl(),
                  row.getVersion(),
                  row.getLicence(),
                  ExtraJson.extras(row.getExtra())),
          (crosswalk, row) -> {
            row.setId(crosswalk.id());
            row.setSource(crosswalk.source());
            row.setTarget(crosswalk.target());
            row.setPublisher(crosswalk.publisher());
            row.setUrl(crosswalk.url());
            row.setVersion(crosswalk.version());
            row.setLicence(crosswalk.licence());
            row.setExtra(text(crosswalk.extras()));
          });

  static final ProgrammeTable<OwnMappingRecord, OwnMapping> OWN_MAPPINGS =
      new ProgrammeTable<>(
          OWN_MAPPING,
          OwnMapping.class,
          List.of(OWN_MAPPING.CROSSWALK, OWN_MAPPING.SOURCE, OWN_MAPPING.TARGET),
          OWN_MAPPING.PLACE,
          row ->
              new OwnMapping(
                  row.getCrosswalk(),
                  new Mapping(
                      row.getSource(),
                      constant(Statement.class, row.getStatement()),
                      row.getTarget(),
                      row.getWeight(),
                      row.getBecause(),
                      ExtraJson.extras(row.getExtra())),
                  row.getSaidBy(),
                  row.getSaidOn()),
          (own, row) -> {
            Mapping mapping = own.mapping();
            row.setCrosswalk(own.crosswalk());
            row.setSource(mapping.source());
            row.setTarget(mapping.target());
            row.setStatement(mapping.statement().word());
            row.setWeight(mapping.strength());
            row.setBecause(mapping.because());
            row.setExtra(text(mapping.extras()));
            row.setSaidBy(own.by());
            row.setSaidOn(own.on());
          });

  static final ProgrammeTable<OwnConsideredRecord, OwnConsidered> OWN_CONSIDERED_CONTROLS =
      new ProgrammeTable<>(
          OWN_CONSIDERED,
          OwnConsidered.class,
          List.of(OWN_CONSIDERED.CROSSWALK, OWN_CONSIDERED.CATALOGUE, OWN_CONSIDERED.CONTROL),
          OWN_CONSIDERED.PLACE,
          row ->
              new OwnConsidered(
                  row.getCrosswalk(),
                  new ControlRef(row.getCatalogue(), row.getControl()),
                  row.getBecause()),
          (considered, row) -> {
            row.setCrosswalk(considered.crosswalk());
            row.setCatalogue(considered.control().catalogue());
            row.setControl(considered.control().control());
            row.setBecause(considered.because());
          });

  static final ProgrammeTable<ControlOperationRecord, ControlOperation> OPERATIONS =
      new ProgrammeTable<>(
          CONTROL_OPERATION,
          ControlOperation.class,
          List.of(CONTROL_OPERATION.CATALOGUE, CONTROL_OPERATION.CONTROL),
          CONTROL_OPERATION.PLACE,
          row ->
              new ControlOperation(
                  new ControlRef(row.getCatalogue(), row.getControl()),
                  constant(Operation.class, row.getOperation()),
                  row.getSince(),
                  row.getBecause(),
                  row.getOwner()),
          (operation, row) -> {
            row.setCatalogue(operation.control().catalogue());
            row.setControl(operation.control().control());
            row.setOperation(operation.operation().word());
            row.setSince(operation.since());
            row.setBecause(operation.because());
            row.setOwner(operation.owner());
          });

  static final ProgrammeTable<RequirementLinkRecord, RequirementLink> REQUIREMENT_LINKS =
      new ProgrammeTable<>(
          REQUIREMENT_LINK,
          RequirementLink.class,
          List.of(
              REQUIREMENT_LINK.ASSET,
              REQUIREMENT_LINK.PROPERTY,
              REQUIREMENT_LINK.CATALOGUE,
              REQUIREMENT_LINK.CONTROL),
          REQUIREMENT_LINK.PLACE,
          row ->
              new RequirementLink(
                  new Requirement(row.getAsset(), row.getProperty()),
                  new ControlRef(row.getCatalogue(), row.getControl()),
                  constant(Extent.class, row.getExtent()),
                  row.getBecause()),
          (link, row) -> {
            row.setAsset(link.requirement().asset());
            row.setProperty(link.requirement().property());
            row.setCatalogue(link.control().catalogue());
            row.setControl(link.control().control());
            row.setExtent(link.extent().word());
            row.setBecause(link.because());
          });

  static final ProgrammeTable<ObligationRecord, Obligation> OBLIGATIONS =
      new ProgrammeTable<>(
          OBLIGATION,
          Obligation.class,
          List.of(OBLIGATION.ID),
          OBLIGATION.PLACE,
          row ->
              new Obligation(
                  row.getId(),
                  row.getName(),
                  constant(ObligationKind.class, row.getKind()),
                  row.getSource(),
                  row.getUrl(),
                  row.getDescription(),
                  List.of(row.getUnits()),
                  List.of(row.getGeography()),
                  List.of(row.getData()),
                  row.getOwner(),
                  row.getReviewOn()),
          (obligation, row) -> {
            row.setId(obligation.id());
            row.setName(obligation.title());
            row.setKind(obligation.kind().word());
            row.setSource(obligation.source());
            row.setUrl(obligation.url());
            row.setDescription(obligation.description());
            row.setUnits(obligation.units().toArray(String[]::new));
            row.setGeography(obligation.geography().toArray(String[]::new));
            row.setData(obligation.data().toArray(String[]::new));
            row.setOwner(obligation.owner());
            row.setReviewOn(obligation.reviewOn());
          });

  static final ProgrammeTable<ObligationControlRecord, ObligationControl> OBLIGATION_CONTROLS =
      new ProgrammeTable<>(
          OBLIGATION_CONTROL,
          ObligationControl.class,
          List.of(
              OBLIGATION_CONTROL.OBLIGATION,
              OBLIGATION_CONTROL.CATALOGUE,
              OBLIGATION_CONTROL.CONTROL),
          OBLIGATION_CONTROL.PLACE,
          row ->
              new ObligationControl(
                  row.getObligation(),
                  new ControlRef(row.getCatalogue(), row.getControl()),
                  row.getBecause()),
          (control, row) -> {
            row.setObligation(control.obligation());
            row.setCatalogue(control.control().catalogue());
            row.setControl(control.control().control());
            row.setBecause(control.because());
          });

  /** Every table of a programme; those that others refer to come first. */
  static final List<ProgrammeTable<?, ?>> ALL =
      List.of(
          OWN_CATALOGUES,
          OWN_CONTROLS,
          OWN_CROSSWALKS,
          OWN_MAPPINGS,
          OWN_CONSIDERED_CONTROLS,
          ADOPTIONS,
          CROSSWALK_USES,
          OPERATIONS,
          REQUIREMENT_LINKS,
          OBLIGATIONS,
          OBLIGATION_CONTROLS);

  private ProgrammeTables() {}

  /** The table of a kind of entries. */
  static ProgrammeTable<?, ?> of(EntryKind kind) {
    return switch (kind) {
      case OWN_CATALOGUE -> OWN_CATALOGUES;
      case OWN_CONTROL -> OWN_CONTROLS;
      case OWN_CROSSWALK -> OWN_CROSSWALKS;
      case OWN_MAPPING -> OWN_MAPPINGS;
      case OWN_CONSIDERED -> OWN_CONSIDERED_CONTROLS;
      case ADOPTION -> ADOPTIONS;
      case CROSSWALK_USE -> CROSSWALK_USES;
      case CONTROL_OPERATION -> OPERATIONS;
      case REQUIREMENT_LINK -> REQUIREMENT_LINKS;
      case OBLIGATION -> OBLIGATIONS;
      case OBLIGATION_CONTROL -> OBLIGATION_CONTROLS;
    };
  }

  private static @Nullable String text(Extras extras) {
    return extras.isEmpty() ? null : ExtraJson.of(extras);
  }

  private static <T extends Enum<T>> T constant(Class<T> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
