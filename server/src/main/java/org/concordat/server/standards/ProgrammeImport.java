package org.concordat.server.standards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.formats.crosswalks.BroughtCrosswalk;
import org.concordat.formats.crosswalks.CrosswalkTables;
import org.concordat.formats.crosswalks.MappingLibraries;
import org.concordat.formats.standards.StandardsFiles;
import org.concordat.formats.topics.StatusFile;
import org.concordat.server.workspace.EntryTag;

/**
 * What a file of catalogues and crosswalks would make of a programme: our YAML and OSCAL
 * catalogues, spreadsheets, and mapping libraries as other tools write them. What is imported a
 * second time takes the place of what was imported before.
 *
 * @param catalogues those that would come or change
 * @param crosswalks those that would come or change
 * @param wishes what would have to be true
 * @param findings what somebody should look at
 */
public record ProgrammeImport(
    List<Catalogue> catalogues,
    List<Crosswalk> crosswalks,
    List<ProgrammeWish> wishes,
    List<Finding> findings) {
  /** The first bytes of a file tell what it is. */
  private static final int BEGINNING = 8_192;

  public ProgrammeImport {
    catalogues = List.copyOf(catalogues);
    crosswalks = List.copyOf(crosswalks);
    wishes = List.copyOf(wishes);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file.
   *
   * @param source the catalogue that a spreadsheet's sources are in; empty to make one of its ids
   * @param target likewise
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static ProgrammeImport read(
      Path file, String source, String target, StandardsState standards, Shelf shelf)
      throws InvalidInput, IOException {
    Map<String, Catalogue> known = new LinkedHashMap<>();
    standards.library().catalogues().forEach(each -> known.put(each.id(), each));
    shelf.catalogues().forEach(each -> known.putIfAbsent(each.id(), each));
    Function<String, Optional<Catalogue>> find = id -> Optional.ofNullable(known.get(id));
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".xlsx")) {
      String id = name.replaceFirst("\\.[^.]*$", "").replaceAll("[^a-z0-9._-]+", "-");
      id = id.replaceAll("^[^a-z0-9]+", "");
      return brought(
          List.of(
              CrosswalkTables.read(
                  file,
                  id.isEmpty() ? "imported" : id,
                  find.apply(source),
                  find.apply(target),
                  find)),
          known,
          standards);
    }
    if (MappingLibraries.isLibrary(beginning(file))) {
      return brought(MappingLibraries.read(file, find), known, standards);
    }
    if (StatusFile.isOne(beginning(file), standards.library())) {
      return operations(StatusFile.read(file, standards.library()), standards);
    }
    StandardsFiles.Read read =
        StandardsFiles.read(
            List.of(file), () -> new Library(List.copyOf(known.values()), List.of()));
    return of(
        read.library().catalogues().stream()
            .filter(each -> !each.equals(known.get(each.id())))
            .toList(),
        read.library().crosswalks(),
        read.warnings(),
        standards);
  }

  /** What a status file says; when and why stay as they are where it says nothing new. */
  private static ProgrammeImport operations(StatusFile.Read read, StandardsState standards) {
    List<ProgrammeWish> wishes = new ArrayList<>();
    read.statuses()
        .controls()
        .forEach(
            (catalogue, said) ->
                said.forEach(
                    (control, operation) ->
                        operation(new ControlRef(catalogue, control), operation, standards)
                            .ifPresent(wishes::add)));
    return new ProgrammeImport(List.of(), List.of(), wishes, List.of());
  }

  private static Optional<ProgrammeWish> operation(
      ControlRef control, Operation operation, StandardsState standards) {
    ControlOperation present = standards.programme().operation(control).orElse(null);
    if (present != null && present.operation() == operation) {
      return Optional.empty();
    }
    String owner = present == null ? null : present.owner();
    return Optional.of(
        ProgrammeWish.of(
            new ControlOperation(control, operation, null, null, owner), EntryTag.of(present)));
  }

  private static String beginning(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    }
  }

  private static ProgrammeImport brought(
      List<BroughtCrosswalk> brought, Map<String, Catalogue> known, StandardsState standards) {
    List<Crosswalk> crosswalks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (BroughtCrosswalk each : brought) {
      crosswalks.add(each.crosswalk());
      findings.addAll(each.findings());
    }
    return of(BroughtCrosswalk.made(brought, known::containsKey), crosswalks, findings, standards);
  }

  private static ProgrammeImport of(
      List<Catalogue> catalogues,
      List<Crosswalk> crosswalks,
      List<Finding> warnings,
      StandardsState standards) {
    List<Finding> findings = new ArrayList<>(warnings);
    Map<EntryKey, ProgrammeEntry> wanted = new LinkedHashMap<>();
    catalogues.forEach(catalogue -> want(catalogue, wanted));
    crosswalks.forEach(crosswalk -> want(crosswalk, wanted, findings));
    List<ProgrammeWish> wishes = new ArrayList<>();
    for (ProgrammeEntry gone : replaced(catalogues, crosswalks, standards)) {
      if (!wanted.containsKey(gone.key())) {
        wishes.add(ProgrammeWish.gone(gone.key(), EntryTag.of(gone)));
      }
    }
    wanted.forEach(
        (key, entry) -> {
          ProgrammeEntry present = standards.programme().entry(key);
          if (!entry.equals(present)) {
            wishes.add(ProgrammeWish.of(entry, EntryTag.of(present)));
          }
        });
    return new ProgrammeImport(catalogues, crosswalks, wishes, findings);
  }

  private static void want(Catalogue catalogue, Map<EntryKey, ProgrammeEntry> wanted) {
    OwnCatalogue own =
        new OwnCatalogue(
            catalogue.id(),
            catalogue.title(),
            catalogue.version(),
            catalogue.source(),
            catalogue.licence());
    wanted.put(own.key(), own);
    for (Control control : catalogue.controls()) {
      OwnControl entry = new OwnControl(catalogue.id(), control);
      wanted.put(entry.key(), entry);
    }
  }

  /** Of two rows about one pair the first counts; the other is told. */
  private static void want(
      Crosswalk crosswalk, Map<EntryKey, ProgrammeEntry> wanted, List<Finding> findings) {
    OwnCrosswalk own =
        new OwnCrosswalk(
            crosswalk.id(),
            crosswalk.source(),
            crosswalk.target(),
            crosswalk.publisher(),
            crosswalk.url(),
            crosswalk.version(),
            crosswalk.licence(),
            crosswalk.extras());
    wanted.put(own.key(), own);
    for (Mapping mapping : crosswalk.mappings()) {
      OwnMapping entry = new OwnMapping(crosswalk.id(), mapping, crosswalk.publisher(), null);
      ProgrammeEntry first = wanted.putIfAbsent(entry.key(), entry);
      if (first != null && !first.equals(entry)) {
        findings.add(
            Finding.warning(
                Place.ofKey(crosswalk.id()),
                "%s and %s are related twice; what stands first is taken"
                    .formatted(mapping.source(), mapping.target()),
                null));
      }
    }
    for (Considered each : crosswalk.considered()) {
      OwnConsidered entry = new OwnConsidered(crosswalk.id(), each.control(), each.because());
      wanted.putIfAbsent(entry.key(), entry);
    }
  }

  /** What an earlier import of the same catalogues and crosswalks has left. */
  private static Set<ProgrammeEntry> replaced(
      List<Catalogue> catalogues, List<Crosswalk> crosswalks, StandardsState standards) {
    Set<String> catalogueIds = new LinkedHashSet<>();
    catalogues.forEach(each -> catalogueIds.add(each.id()));
    Set<String> crosswalkIds = new LinkedHashSet<>();
    crosswalks.forEach(each -> crosswalkIds.add(each.id()));
    Set<ProgrammeEntry> replaced = new LinkedHashSet<>();
    for (OwnControl control : standards.programme().all(OwnControl.class)) {
      if (catalogueIds.contains(control.catalogue())) {
        replaced.add(control);
      }
    }
    for (OwnMapping mapping : standards.programme().all(OwnMapping.class)) {
      if (crosswalkIds.contains(mapping.crosswalk())) {
        replaced.add(mapping);
      }
    }
    for (OwnConsidered considered : standards.programme().all(OwnConsidered.class)) {
      if (crosswalkIds.contains(considered.crosswalk())) {
        replaced.add(considered);
      }
    }
    return replaced;
  }
}
