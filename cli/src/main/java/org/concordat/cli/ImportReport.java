package org.concordat.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.workspace.Origin;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportMerge.Outcome;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.concordat.formats.json.Json;

/**
 * What an import came to.
 *
 * @param isNew whether the workspace was made by the import
 */
record ImportReport(
    ImportedModel model, Merged merged, WorkspacePlace workspace, boolean isNew, boolean isDryRun) {
  /** Names of what is gone are listed up to here; the rest is counted. */
  private static final int LISTED = 10;

  void write(TextFormat format, Terminal terminal) {
    switch (format) {
      case TEXT -> text(terminal);
      case JSON -> json(terminal);
    }
  }

  private void text(Terminal terminal) {
    Map<Origin.Kind, Map<Effect, Integer>> counts = counts();
    if (counts.isEmpty()) {
      terminal.paragraph(0, model.source() + " holds nothing that belongs into a workspace.");
    } else {
      Tables.write(effects(counts), TableFormat.TABLE, terminal);
    }
    if (!model.unused().isEmpty()) {
      terminal.line("");
      terminal.line("Not used:");
      Tables.write(unused(), TableFormat.TABLE, terminal);
    }
    List<String> gone =
        merged.outcomes().stream()
            .filter(o -> o.effect() == Effect.GONE)
            .map(o -> Words.of(o.kind()) + " " + o.id())
            .toList();
    if (!gone.isEmpty()) {
      terminal.line("");
      terminal.paragraph(
          0,
          "No longer in the source, and kept for you to decide: "
              + String.join(", ", gone.subList(0, Math.min(LISTED, gone.size())))
              + (gone.size() > LISTED ? " and " + (gone.size() - LISTED) + " more." : "."));
    }
    terminal.line("");
    terminal.paragraph(0, ending());
    if (!isDryRun) {
      terminal.line("Next:");
      terminal.command("concordat check" + WorkspaceReader.argument(workspace));
    }
  }

  private String ending() {
    if (isDryRun) {
      return "Nothing was written: this was a dry run.";
    }
    boolean changesNothing =
        !isNew && merged.outcomes().stream().allMatch(o -> o.effect() == Effect.UNCHANGED);
    if (changesNothing) {
      return workspace + " knew all of this already.";
    }
    return (isNew ? "Made " : "Updated ") + workspace + ".";
  }

  private Map<Origin.Kind, Map<Effect, Integer>> counts() {
    Map<Origin.Kind, Map<Effect, Integer>> counts = new EnumMap<>(Origin.Kind.class);
    for (Outcome outcome : merged.outcomes()) {
      counts
          .computeIfAbsent(outcome.kind(), k -> new EnumMap<>(Effect.class))
          .merge(outcome.effect(), 1, Integer::sum);
    }
    return counts;
  }

  private static Table effects(Map<Origin.Kind, Map<Effect, Integer>> counts) {
    Table.Builder table =
        Table.of(
            Table.column("kind", "Kind"),
            Table.column("added", "Added"),
            Table.column("changed", "Changed"),
            Table.column("unchanged", "Unchanged"),
            Table.column("gone", "Gone"));
    counts.forEach(
        (kind, effects) ->
            table.row(
                Cell.of(Words.of(kind)),
                Cell.of(effects.getOrDefault(Effect.ADDED, 0)),
                Cell.of(effects.getOrDefault(Effect.CHANGED, 0)),
                Cell.of(effects.getOrDefault(Effect.UNCHANGED, 0)),
                Cell.of(effects.getOrDefault(Effect.GONE, 0))));
    return table.build();
  }

  private Table unused() {
    Table.Builder table =
        Table.of(
            Table.elastic("kind", "Kind"),
            Table.column("count", "Count"),
            Table.elastic("why", "Why"));
    for (Unused unused : model.unused()) {
      table.row(Cell.of(unused.kind()), Cell.of(unused.count()), Cell.of(unused.why()));
    }
    return table.build();
  }

  private void json(Terminal terminal) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("source", model.source());
          json.writeStringProperty("workspace", workspace.toString());
          json.writeBooleanProperty("written", !isDryRun);
          json.writeObjectPropertyStart("counts");
          counts()
              .forEach(
                  (kind, effects) -> {
                    json.writeObjectPropertyStart(Words.of(kind));
                    for (Effect effect : Effect.values()) {
                      json.writeNumberProperty(
                          Words.of(effect), effects.getOrDefault(effect, 0).intValue());
                    }
                    json.writeEndObject();
                  });
          json.writeEndObject();
          json.writeName("outcomes");
          Json.lines(
              json,
              merged.outcomes(),
              (j, outcome) -> {
                j.writeStartObject();
                j.writeStringProperty("kind", Words.of(outcome.kind()));
                j.writeStringProperty("id", outcome.id());
                j.writeStringProperty("effect", Words.of(outcome.effect()));
                j.writeEndObject();
              });
          json.writeName("unused");
          Json.lines(
              json,
              model.unused(),
              (j, unused) -> {
                j.writeStartObject();
                j.writeStringProperty("kind", unused.kind());
                j.writeNumberProperty("count", unused.count());
                j.writeStringProperty("why", unused.why());
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }
}
