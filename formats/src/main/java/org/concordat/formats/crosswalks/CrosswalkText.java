package org.concordat.formats.crosswalks;

import java.util.List;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Mapping;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.yaml.Quoting;
import org.jspecify.annotations.Nullable;

/** Catalogues and crosswalks as YAML, in the layout that is read again without loss. */
public final class CrosswalkText {
  private final StringBuilder text = new StringBuilder();

  private CrosswalkText() {}

  /** Documents of YAML: the catalogues, then the crosswalks. */
  public static String of(List<Catalogue> catalogues, List<Crosswalk> crosswalks) {
    CrosswalkText writer = new CrosswalkText();
    catalogues.forEach(writer::catalogue);
    crosswalks.forEach(writer::crosswalk);
    return writer.text.toString();
  }

  private void catalogue(Catalogue catalogue) {
    document("catalogue");
    line("id", catalogue.id());
    line("title", catalogue.title());
    line("version", catalogue.version());
    line("source", catalogue.source());
    line("licence", catalogue.licence());
    text.append("controls:\n");
    catalogue.roots().forEach(r -> control(catalogue, r, "  "));
  }

  private void control(Catalogue catalogue, Control control, String indent) {
    text.append(indent).append("- id: ").append(Quoting.quoted(control.id())).append('\n');
    String below = indent + "  ";
    if (!control.title().equals(control.id())) {
      text.append(below).append("title: ").append(Quoting.quoted(control.title())).append('\n');
    }
    if (control.text() != null) {
      text.append(below).append("text: ").append(Quoting.quoted(control.text())).append('\n');
    }
    if (control.exhaustive()) {
      text.append(below).append("exhaustive: true\n");
    }
    if (control.withdrawn()) {
      text.append(below).append("withdrawn: true\n");
    }
    List<Control> parts = catalogue.parts(control);
    if (!parts.isEmpty()) {
      text.append(below).append("parts:\n");
      parts.forEach(p -> control(catalogue, p, below + "  "));
    }
  }

  private void crosswalk(Crosswalk crosswalk) {
    document("crosswalk");
    line("id", crosswalk.id());
    line("source", crosswalk.source());
    line("target", crosswalk.target());
    line("publisher", crosswalk.publisher());
    line("url", crosswalk.url());
    line("version", crosswalk.version());
    line("licence", crosswalk.licence());
    if (!crosswalk.extras().isEmpty()) {
      text.append("  extra:\n");
      crosswalk
          .extras()
          .members()
          .forEach(
              (name, value) ->
                  text.append("    ")
                      .append(Quoting.quoted(name))
                      .append(": ")
                      .append(ExtraJson.yaml(value))
                      .append('\n'));
    }
    text.append("mappings:").append(crosswalk.mappings().isEmpty() ? " []\n" : "\n");
    for (Mapping mapping : crosswalk.mappings()) {
      text.append("  - {source: ").append(Quoting.quoted(mapping.source()));
      text.append(", relation: ").append(mapping.statement().word());
      text.append(", target: ").append(Quoting.quoted(mapping.target()));
      Optional.ofNullable(mapping.strength()).ifPresent(s -> text.append(", strength: ").append(s));
      Optional.ofNullable(mapping.because())
          .ifPresent(b -> text.append(", because: ").append(Quoting.quoted(b)));
      if (!mapping.extras().isEmpty()) {
        text.append(", extra: ").append(ExtraJson.yaml(ExtraJson.of(mapping.extras())));
      }
      text.append("}\n");
    }
    if (!crosswalk.considered().isEmpty()) {
      text.append("considered:\n");
    }
    for (Considered considered : crosswalk.considered()) {
      text.append("  - {catalogue: ").append(Quoting.quoted(considered.control().catalogue()));
      text.append(", control: ").append(Quoting.quoted(considered.control().control()));
      Optional.ofNullable(considered.because())
          .ifPresent(b -> text.append(", because: ").append(Quoting.quoted(b)));
      text.append("}\n");
    }
  }

  private void document(String key) {
    text.append(text.isEmpty() ? "" : "---\n").append(key).append(":\n");
  }

  private void line(String key, @Nullable String value) {
    if (value != null) {
      text.append("  ").append(key).append(": ").append(Quoting.quoted(value)).append('\n');
    }
  }
}
