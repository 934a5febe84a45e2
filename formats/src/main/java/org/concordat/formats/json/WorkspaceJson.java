package org.concordat.formats.json;

import java.io.OutputStream;
import java.util.Map;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A workspace as JSON, with the keys of its YAML file. What nobody stated is left out. */
public final class WorkspaceJson {
  private static final int VERSION = 1;

  private final Workspace workspace;
  private final ImpactScale scale;
  private final JsonGenerator json;

  private WorkspaceJson(Workspace workspace, JsonGenerator json) {
    this.workspace = workspace;
    this.scale = workspace.scale();
    this.json = json;
  }

  /** Writes a workspace; the stream stays open. */
  public static void write(Workspace workspace, OutputStream out) {
    Json.write(out, json -> new WorkspaceJson(workspace, json).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeNumberProperty("concordat", VERSION);
    json.writeObjectPropertyStart("organisation");
    json.writeStringProperty("id", workspace.organisation().id());
    json.writeStringProperty("name", workspace.organisation().name());
    optional("industry", workspace.organisation().industry());
    json.writeEndObject();
    json.writeArrayPropertyStart("scale");
    scale.names().forEach(json::writeString);
    json.writeEndArray();
    combination();
    if (workspace.inheritance().cumulation() != null) {
      json.writeObjectPropertyStart("inheritance");
      json.writeNumberProperty("cumulation", workspace.inheritance().cumulation().intValue());
      json.writeEndObject();
    }
    list("properties", workspace.properties(), this::property);
    list("units", workspace.units(), this::unit);
    list("factors", workspace.factors(), this::factor);
    list("assets", workspace.assets(), this::asset);
    list("dependencies", workspace.dependencies(), this::dependency);
    list("impacts", workspace.impacts(), this::impact);
    list("imports", workspace.origins(), this::origin);
    json.writeEndObject();
  }

  private void combination() {
    json.writeObjectPropertyStart("combination");
    json.writeName("along");
    switch (workspace.combination().along()) {
      case Along.WeakestLink along -> json.writeString("weakest-link");
      case Along.Product along -> json.writeString("product");
      case Along.Matrix(var rows) -> {
        json.writeStartObject();
        json.writeArrayPropertyStart("matrix");
        for (var row : rows) {
          json.writeStartArray();
          row.forEach(level -> json.writeString(scale.name(level)));
          json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeStringProperty("across", Words.of(workspace.combination().across()));
    json.writeEndObject();
  }

  private <T> void list(String name, Iterable<T> entries, java.util.function.Consumer<T> entry) {
    if (!entries.iterator().hasNext()) {
      return;
    }
    json.writeName(name);
    Json.lines(
        json,
        entries,
        (j, value) -> {
          j.writeStartObject();
          entry.accept(value);
          j.writeEndObject();
        });
  }

  private void property(PropertyDefinition property) {
    json.writeStringProperty("id", property.id());
    json.writeStringProperty("name", property.name());
    optional("description", property.description());
  }

  private void unit(Unit unit) {
    json.writeStringProperty("id", unit.id());
    json.writeStringProperty("name", unit.name());
    if (unit.discipline() != null) {
      json.writeStringProperty("discipline", Words.of(unit.discipline()));
    }
    optional("description", unit.description());
    json.writeArrayPropertyStart("goals");
    for (Goal goal : unit.goals()) {
      json.writeStartObject();
      json.writeStringProperty("id", goal.id());
      json.writeStringProperty("name", goal.name());
      optional("importance", goal.importance());
      optional("description", goal.description());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void factor(Factor factor) {
    json.writeStringProperty("id", factor.id());
    json.writeStringProperty("name", factor.name());
    if (factor.controllable() != null) {
      json.writeBooleanProperty("controllable", factor.controllable());
    }
    optional("description", factor.description());
  }

  private void asset(Asset asset) {
    json.writeStringProperty("id", asset.id());
    json.writeStringProperty("name", asset.name());
    json.writeStringProperty("kind", Words.of(asset.kind()));
    optional("unit", asset.unit());
    json.writeArrayPropertyStart("properties");
    asset.properties().forEach(json::writeString);
    json.writeEndArray();
    optional("description", asset.description());
  }

  private void dependency(Dependency dependency) {
    json.writeStringProperty("from", dependency.from());
    json.writeStringProperty("on", dependency.on());
    optional("strength", dependency.strength());
    if (dependency.carries() != null) {
      json.writeObjectPropertyStart("carries");
      for (Map.Entry<String, String> pair : dependency.carries().entrySet()) {
        json.writeStringProperty(pair.getKey(), pair.getValue());
      }
      json.writeEndObject();
    }
    Redundancy redundancy = dependency.redundancy();
    if (redundancy != null) {
      json.writeObjectPropertyStart("redundancy");
      json.writeStringProperty("group", redundancy.group());
      json.writeNumberProperty("needs", redundancy.needs());
      json.writeEndObject();
    }
  }

  private void impact(Impact impact) {
    switch (impact) {
      case Impact.RequirementImpact(var requirement, var factor, var judgement) -> {
        json.writeStringProperty("requirement", requirement.id());
        json.writeStringProperty("factor", factor);
        judgement(judgement);
      }
      case Impact.FactorImpact(var factor, var goal, var judgement) -> {
        json.writeStringProperty("factor", factor);
        json.writeStringProperty("goal", goal);
        judgement(judgement);
      }
    }
  }

  private void judgement(Judgement judgement) {
    json.writeStringProperty("level", scale.name(judgement.level()));
    optional("by", judgement.by());
    optional("on", judgement.on() == null ? null : judgement.on().toString());
    optional("because", judgement.because());
    if (judgement.agreed()) {
      json.writeBooleanProperty("agreed", true);
    }
  }

  private void origin(Origin origin) {
    json.writeStringProperty("source", origin.source());
    json.writeStringProperty("element", origin.element());
    json.writeStringProperty("kind", Words.of(origin.kind()));
    json.writeStringProperty("id", origin.id());
  }

  private void optional(String name, @Nullable Level level) {
    optional(name, level == null ? null : scale.name(level));
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
