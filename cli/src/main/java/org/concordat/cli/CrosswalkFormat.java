package org.concordat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.cli.output.OutputTarget;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Crosswalk;
import org.concordat.formats.crosswalks.BroughtCrosswalk;
import org.concordat.formats.crosswalks.CrosswalkSheets;
import org.concordat.formats.crosswalks.CrosswalkText;
import org.concordat.formats.crosswalks.LibraryText;
import org.concordat.formats.oscal.OscalMappingsWriter;
import org.concordat.formats.oscal.OscalNotation;
import org.concordat.formats.topics.ShippedStandards;

/** The layouts in which crosswalks are written. */
enum CrosswalkFormat {
  YAML,
  OSCAL_JSON,
  OSCAL_XML,
  OSCAL_YAML,
  LIBRARY,
  CSV,
  XLSX;

  /** The layout that a file's name ends in. */
  static CrosswalkFormat ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return OSCAL_JSON;
    }
    if (name.endsWith(".xml")) {
      return OSCAL_XML;
    }
    if (name.endsWith(".csv")) {
      return CSV;
    }
    return name.endsWith(".xlsx") ? XLSX : YAML;
  }

  /**
   * Writes crosswalks.
   *
   * @param file where they were read from, for what is wrong with them
   * @param now the time of a document that has one
   * @throws InvalidInput when the layout has no place for them
   */
  void write(List<BroughtCrosswalk> brought, Path file, Instant now, OutputTarget target)
      throws IOException, InvalidInput {
    List<Crosswalk> crosswalks = brought.stream().map(BroughtCrosswalk::crosswalk).toList();
    switch (this) {
      case YAML -> {
        List<Catalogue> made =
            BroughtCrosswalk.made(
                brought, id -> ShippedStandards.library().catalogue(id).isPresent());
        text(CrosswalkText.of(made, crosswalks), target);
      }
      case LIBRARY -> text(LibraryText.of(crosswalks), target);
      case OSCAL_JSON -> oscal(OscalNotation.JSON, crosswalks, file, now, target);
      case OSCAL_XML -> oscal(OscalNotation.XML, crosswalks, file, now, target);
      case OSCAL_YAML -> oscal(OscalNotation.YAML, crosswalks, file, now, target);
      case CSV -> {
        Crosswalk one = one(crosswalks, file);
        target.write(out -> CrosswalkSheets.csv(one, out));
      }
      case XLSX -> {
        Crosswalk one = one(crosswalks, file);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
          CrosswalkSheets.xlsx(one, written);
        } catch (IllegalArgumentException e) {
          throw refused(file, String.valueOf(e.getMessage()), "write another layout, such as yaml");
        }
        target.write(written::writeTo);
      }
    }
  }

  private static void text(String text, OutputTarget target) throws IOException {
    target.write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void oscal(
      OscalNotation notation,
      List<Crosswalk> crosswalks,
      Path file,
      Instant now,
      OutputTarget target)
      throws IOException, InvalidInput {
    String ids = crosswalks.stream().map(Crosswalk::id).collect(Collectors.joining(", "));
    byte[] written;
    try {
      written = OscalMappingsWriter.write("Crosswalk " + ids, crosswalks, now).write(notation);
    } catch (IllegalArgumentException e) {
      throw refused(file, String.valueOf(e.getMessage()), "bring one that says something");
    }
    target.write(out -> out.write(written));
  }

  private static Crosswalk one(List<Crosswalk> crosswalks, Path file) throws InvalidInput {
    if (crosswalks.size() > 1) {
      String ids = crosswalks.stream().map(Crosswalk::id).collect(Collectors.joining(", "));
      throw refused(
          file, "a table holds one crosswalk, and here are " + ids, "choose one with --crosswalk");
    }
    return crosswalks.getFirst();
  }

  private static InvalidInput refused(Path file, String problem, String remedy) {
    return new InvalidInput(Finding.error(Place.of(file.toString()), problem, remedy));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
