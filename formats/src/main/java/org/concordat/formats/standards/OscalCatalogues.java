package org.concordat.formats.standards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalKind;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.standards.LibraryDraft.CatalogueDraft;
import org.concordat.formats.standards.LibraryDraft.ControlDraft;
import org.concordat.formats.standards.LibraryDraft.Spelt;
import org.jspecify.annotations.Nullable;

/**
 * OSCAL catalogues as far as the inference needs them. The catalogue's id is the name of its file
 * without the ending. Groups that have an id are controls with their controls as parts. So are
 * controls that hold others, but for enhancements: what they demand comes on top of the control
 * that they enhance, so they are no part of it, and become parts of its group.
 */
final class OscalCatalogues {
  /** What an OSCAL document starts with, in JSON, YAML and XML. */
  private static final Pattern START =
      Pattern.compile(
          ("(?s)\\uFEFF?\\s*(?:<.*"
                  + "|\\{\\s*(?:\"\\$schema\"\\s*:\\s*\"[^\"]*\"\\s*,\\s*)?\"(?:NAME)\"\\s*:.*"
                  + "|(?:(?:#[^\\n]*|---\\s*|\\$schema[^\\n]*)\\n\\s*)*(?:NAME)\\s*:.*)")
              .replace("NAME", names()));

  private final List<ControlDraft> controls = new ArrayList<>();
  private final String file;

  private OscalCatalogues(String file) {
    this.file = file;
  }

  private static String names() {
    return String.join("|", List.of(OscalKind.values()).stream().map(OscalKind::root).toList());
  }

  /** Whether a text that begins so is an OSCAL document of any kind. */
  static boolean isOscal(String start) {
    return START.matcher(start).matches();
  }

  static void read(OscalDocument document, LibraryDraft draft) throws InvalidInput {
    String file = document.file();
    if (document.kind() != OscalKind.CATALOG) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file),
              "this is " + document.kind().description() + " in OSCAL, not a catalogue",
              null));
    }
    OscalCatalogues reader = new OscalCatalogues(file);
    OscalObject root = document.root();
    reader.readInto(root, null, null);
    if (reader.controls.isEmpty()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file, root.line(), 0, OscalKind.CATALOG.root()),
              "this OSCAL catalogue has no controls",
              "a catalogue of Concordat's own layout starts with 'catalogue'"));
    }
    OscalObject metadata = document.metadata();
    draft.add(
        new CatalogueDraft(
            new Spelt(idOf(file), Place.of(file)),
            document.title(),
            metadata.text("version").isEmpty() ? null : metadata.text("version"),
            null,
            null,
            file,
            reader.controls,
            List.of()));
  }

  /** The name of the file without folders and ending. */
  private static String idOf(String file) {
    String name = Objects.requireNonNullElse(Path.of(file).getFileName(), Path.of(file)).toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private void readInto(OscalObject holder, @Nullable Spelt whole, @Nullable Spelt group) {
    for (OscalObject inner : holder.objects("groups")) {
      Spelt id = add(inner, whole);
      readInto(inner, id == null ? whole : id, id == null ? whole : id);
    }
    for (OscalObject control : holder.objects("controls")) {
      boolean isEnhancement =
          control.text("class").toLowerCase(Locale.ROOT).endsWith("enhancement");
      Spelt id = add(control, isEnhancement ? group : whole);
      readInto(control, id == null ? whole : id, group);
    }
  }

  private @Nullable Spelt add(OscalObject entry, @Nullable Spelt whole) {
    String id = entry.text("id");
    if (id.isBlank()) {
      return null;
    }
    Spelt spelt = new Spelt(id, Place.of(file, entry.line(), 0, id));
    String title = entry.text("title");
    controls.add(
        new ControlDraft(
            spelt,
            title.isBlank() ? id : title,
            whole,
            null,
            false,
            entry.property("status").equalsIgnoreCase("withdrawn")));
    return spelt;
  }
}
