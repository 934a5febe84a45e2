package org.concordat.formats.json;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Workspace;
import tools.jackson.core.JsonGenerator;

/** Priorities as JSON. Names and order of the keys are a promise to other programs. */
public final class PrioritiesJson {
  private PrioritiesJson() {}

  /** Writes priorities of a workspace; the stream stays open. */
  public static void write(Workspace workspace, List<Priority> list, OutputStream out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("organisation", workspace.organisation().id());
          json.writeArrayPropertyStart("scale");
          workspace.scale().names().forEach(json::writeString);
          json.writeEndArray();
          json.writeName("requirements");
          Json.lines(json, list, (j, p) -> priority(j, p, workspace.scale()));
          json.writeEndObject();
        });
  }

  /** One priority. */
  public static void priority(JsonGenerator json, Priority priority, ImpactScale scale) {
    json.writeStartObject();
    figures(json, priority);
    rationale(json, priority.rationale(), scale);
    json.writeEndObject();
  }

  /** Everything but the rationale, inside an object that is open. */
  public static void figures(JsonGenerator json, Priority priority) {
    json.writeStringProperty("id", priority.requirement().id());
    json.writeStringProperty("asset", priority.requirement().asset());
    json.writeStringProperty("property", priority.requirement().property());
    json.writeNumberProperty("rank", priority.rank());
    json.writeNumberProperty("score", priority.score());
    json.writeStringProperty("level", priority.level());
    json.writeNumberProperty("own", priority.own());
    json.writeObjectPropertyStart("units");
    for (Map.Entry<String, Double> unit : priority.units().entrySet()) {
      json.writeNumberProperty(unit.getKey(), unit.getValue().doubleValue());
    }
    json.writeEndObject();
  }

  /** The best paths, as a list. */
  public static void rationale(
      JsonGenerator json, List<RationalePath> rationale, ImpactScale scale) {
    json.writeArrayPropertyStart("rationale");
    for (RationalePath path : rationale) {
      json.writeStartObject();
      json.writeArrayPropertyStart("path");
      path.path().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("levels");
      for (Level level : path.levels()) {
        json.writeString(scale.name(level));
      }
      json.writeEndArray();
      json.writeNumberProperty("score", path.score());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
