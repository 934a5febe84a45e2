package org.concordat.formats.crosswalks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalMappings;
import org.concordat.formats.standards.StandardsFiles;

/**
 * Crosswalks in whatever layout a file has: our own, a mapping collection of OSCAL, a mapping
 * library of CISO Assistant, a spreadsheet.
 */
public final class CrosswalkFile {
  /** The first bytes tell what a file is. */
  private static final int BEGINNING = 8_192;

  private final Path file;
  private final Library known;
  private final Function<String, Optional<Catalogue>> catalogues;

  private CrosswalkFile(Path file, Library known) {
    this.file = file;
    this.known = new Library(known.catalogues(), List.of());
    this.catalogues = known::catalogue;
  }

  /**
   * Reads a file.
   *
   * @param known catalogues that the file may speak of
   * @param source the catalogue of the sources of a spreadsheet or a mapping collection, if it is
   *     known to be another than the file says
   * @param target that of the targets, likewise
   * @throws InvalidInput when there is no crosswalk in it
   * @throws IOException when it cannot be read
   */
  public static List<BroughtCrosswalk> read(
      Path file, Library known, Optional<Catalogue> source, Optional<Catalogue> target)
      throws IOException, InvalidInput {
    CrosswalkFile reading = new CrosswalkFile(file, known);
    String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
    String bare = name.replaceFirst("\\.[^.]*$", "");
    String ending = name.substring(Math.min(bare.length(), name.length())).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case ".yaml", ".yml", ".json", ".xml" -> reading.documents(bare, source, target);
      default -> List.of(CrosswalkTables.read(file, bare, source, target, reading.catalogues));
    };
  }

  private List<BroughtCrosswalk> documents(
      String name, Optional<Catalogue> source, Optional<Catalogue> target)
      throws IOException, InvalidInput {
    String beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    }
    if (StandardsFiles.isOscal(beginning)) {
      return collection(name, source, target);
    }
    return MappingLibraries.isLibrary(beginning) ? MappingLibraries.read(file, catalogues) : own();
  }

  private List<BroughtCrosswalk> own() throws IOException, InvalidInput {
    StandardsFiles.Read read = StandardsFiles.read(List.of(file), () -> known);
    List<Crosswalk> crosswalks = read.library().crosswalks();
    if (crosswalks.isEmpty()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "there is no crosswalk in the file",
              "a crosswalk has the keys 'crosswalk' and 'mappings'"));
    }
    List<BroughtCrosswalk> brought = new ArrayList<>();
    for (Crosswalk each : crosswalks) {
      brought.add(
          new BroughtCrosswalk(
              each,
              read.library().catalogue(each.source()).orElseThrow(),
              read.library().catalogue(each.target()).orElseThrow(),
              each.mappings().size(),
              0,
              0,
              brought.isEmpty() ? read.warnings() : List.of()));
    }
    return brought;
  }

  private List<BroughtCrosswalk> collection(
      String name, Optional<Catalogue> source, Optional<Catalogue> target)
      throws IOException, InvalidInput {
    OscalMappings.Read read = OscalMappings.read(OscalDocument.read(file));
    List<BroughtCrosswalk> brought = new ArrayList<>();
    for (OscalMappings.Collected each : read.crosswalks()) {
      Optional<Catalogue> from = source.or(() -> catalogues.apply(each.source()));
      Optional<Catalogue> to = target.or(() -> catalogues.apply(each.target()));
      Rows rows = new Rows(new Ids(from.orElse(null)), new Ids(to.orElse(null)), true);
      if (brought.isEmpty()) {
        read.findings().forEach(rows::add);
      }
      for (OscalMappings.Row row : each.rows()) {
        Mapping said = row.mapping();
        rows.add(
            row.place(),
            said.source(),
            said.statement(),
            said.target(),
            said.strength() == null ? "" : said.strength().toString(),
            said.because(),
            said.extras());
      }
      String number = read.crosswalks().size() == 1 ? "" : "-" + (brought.size() + 1);
      Crosswalk crosswalk =
          each.crosswalk(
              each.id() == null ? name + number : each.id(),
              from.map(Catalogue::id).orElse(each.source()),
              to.map(Catalogue::id).orElse(each.target()));
      brought.add(
          rows.crosswalk(
              crosswalk.id(),
              crosswalk.source(),
              crosswalk.target(),
              crosswalk.publisher(),
              crosswalk.url(),
              crosswalk.version(),
              crosswalk.licence(),
              crosswalk.considered(),
              crosswalk.extras()));
    }
    return brought;
  }
}
