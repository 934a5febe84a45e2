package org.concordat.server.alignment.api;

import java.util.List;
import java.util.Locale;
import org.concordat.core.findings.Finding;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.api.Call;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJob.Preview;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports as JSON. */
final class ImportNodes {
  private ImportNodes() {}

  static ObjectNode list(List<ImportJob> jobs) {
    ObjectNode json = Nodes.object();
    ArrayNode items = json.putArray("items");
    jobs.forEach(job -> items.add(of(job)));
    return json.put("total", jobs.size());
  }

  static ObjectNode of(ImportJob job) {
    ObjectNode json =
        Nodes.object()
            .put("id", job.id().toString())
            .put("name", job.name())
            .put("bytes", job.bytes())
            .put("stage", word(job.stage()))
            .put("begun", job.begunAt().toString());
    if (job.takesBack() != null) {
      json.put("takes-back", Call.ROOT + "/actions/" + job.takesBack());
    }
    switch (job.stage()) {
      case Stage.Waiting _, Stage.Reading _, Stage.Comparing _, Stage.Cancelled _ -> {}
      case Stage.Ready(var preview, var differs) -> {
        json.put("differs", differs);
        tell(preview, json.putObject("preview"));
      }
      case Stage.Writing(var written, var inAll) -> json.put("written", written).put("of", inAll);
      case Stage.Done(var change, var moved) -> {
        json.put("changed", change != null);
        if (change != null) {
          json.put("action", Call.ROOT + "/actions/" + change);
        }
        if (moved != null) {
          json.put("moved", moved.intValue());
        }
      }
      case Stage.Failed(var findings) -> {
        ArrayNode errors = json.putArray("errors");
        findings.stream().map(Finding::message).forEach(errors::add);
      }
    }
    return json;
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> "waiting";
      case Stage.Reading _ -> "reading";
      case Stage.Comparing _ -> "comparing";
      case Stage.Ready _ -> "ready";
      case Stage.Writing _ -> "writing";
      case Stage.Done _ -> "done";
      case Stage.Failed _ -> "failed";
      case Stage.Cancelled _ -> "cancelled";
    };
  }

  private static void tell(Preview preview, ObjectNode json) {
    json.put("changes", preview.changes());
    ObjectNode byKind = json.putObject("counts");
    preview
        .counts()
        .forEach(
            (kind, effects) -> {
              ObjectNode each = byKind.putObject(kind.toLowerCase(Locale.ROOT).replace('_', '-'));
              effects.forEach((effect, count) -> each.put(Words.of(effect), count.intValue()));
            });
    ArrayNode samples = json.putArray("samples");
    preview.samples().forEach(samples::add);
    ArrayNode without = json.putArray("unused");
    for (Unused each : preview.unused()) {
      without
          .addObject()
          .put("kind", each.kind())
          .put("count", each.count())
          .put("why", each.why());
    }
    ArrayNode warnings = json.putArray("warnings");
    preview.findings().stream().map(Finding::message).forEach(warnings::add);
  }
}
