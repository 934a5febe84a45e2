package org.concordat.cli;

import java.util.List;
import org.concordat.cli.output.FindingsJson;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.inference.Published;
import org.concordat.core.standards.inference.Step;
import org.concordat.formats.json.Json;
import tools.jackson.core.JsonGenerator;

/** What follows from crosswalks as JSON. Names and order of the keys are a promise. */
final class CrosswalkJson {
  private CrosswalkJson() {}

  static void inferred(List<Known> pairs, List<Contradiction> contradictions, Terminal terminal) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeName("pairs");
          Json.lines(json, pairs, CrosswalkJson::pair);
          contradictions(json, contradictions);
          json.writeEndObject();
        });
  }

  static void checked(
      List<Finding> findings, List<Contradiction> contradictions, Terminal terminal) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          FindingsJson.write(json, findings);
          contradictions(json, contradictions);
          json.writeEndObject();
        });
  }

  static void covered(Coverage coverage, List<Contradiction> contradictions, Terminal terminal) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("catalogue", coverage.catalogue().id());
          json.writeObjectPropertyStart("counts");
          for (ControlCoverage.Degree degree : ControlCoverage.Degree.values()) {
            json.writeNumberProperty(Words.of(degree), coverage.count(degree));
          }
          json.writeEndObject();
          json.writeName("controls");
          Json.lines(json, coverage.controls(), CrosswalkJson::coverage);
          contradictions(json, contradictions);
          json.writeEndObject();
        });
  }

  private static void pair(JsonGenerator json, Known known) {
    json.writeStartObject();
    json.writeStringProperty("source", known.source().control());
    json.writeStringProperty("target", known.target().control());
    known(json, known.relations());
    via(json, known.via());
    json.writeEndObject();
  }

  private static void known(JsonGenerator json, Relations relations) {
    json.writeArrayPropertyStart("known");
    relations.words().forEach(json::writeString);
    json.writeEndArray();
  }

  private static void via(JsonGenerator json, List<Chain> chains) {
    json.writeArrayPropertyStart("via");
    for (Chain chain : chains) {
      json.writeStartArray();
      chain.steps().forEach(step -> step(json, step));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** A step as it was published, in whichever direction the chain walks it. */
  private static void step(JsonGenerator json, Step step) {
    switch (step) {
      case Step.Mapped(Published mapping, boolean _) -> published(json, mapping);
      case Step.Part part -> {
        json.writeStartObject();
        json.writeStringProperty("crosswalk", part.part().catalogue());
        json.writeStringProperty("source", part.part().control());
        json.writeStringProperty("relation", Relation.SUBSET.word());
        json.writeStringProperty("target", part.whole().control());
        json.writeBooleanProperty("part", true);
        json.writeEndObject();
      }
    }
  }

  private static void published(JsonGenerator json, Published mapping) {
    json.writeStartObject();
    json.writeStringProperty("crosswalk", mapping.crosswalk());
    json.writeStringProperty("source", mapping.source().control());
    json.writeStringProperty("relation", mapping.statement().word());
    json.writeStringProperty("target", mapping.target().control());
    json.writeEndObject();
  }

  private static void contradictions(JsonGenerator json, List<Contradiction> contradictions) {
    json.writeName("contradictions");
    Json.lines(json, contradictions, CrosswalkJson::contradiction);
  }

  private static void contradiction(JsonGenerator json, Contradiction contradiction) {
    json.writeStartObject();
    json.writeStringProperty("source", contradiction.source().control());
    json.writeStringProperty("target", contradiction.target().control());
    json.writeArrayPropertyStart("catalogues");
    json.writeString(contradiction.source().catalogue());
    json.writeString(contradiction.target().catalogue());
    json.writeEndArray();
    json.writeArrayPropertyStart("mappings");
    contradiction.mappings().forEach(m -> published(json, m));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void coverage(JsonGenerator json, ControlCoverage covered) {
    json.writeStartObject();
    json.writeStringProperty("control", covered.control().id());
    json.writeStringProperty("coverage", Words.of(covered.degree()));
    switch (covered.reason()) {
      case ControlCoverage.ByControl(var operation, Known known) -> {
        json.writeObjectPropertyStart("by");
        json.writeStringProperty("catalogue", known.source().catalogue());
        json.writeStringProperty("control", known.source().control());
        json.writeStringProperty("operation", operation.word());
        known(json, known.relations());
        via(json, known.via());
        json.writeEndObject();
      }
      case ControlCoverage.ByParts(List<Control> parts) -> {
        json.writeArrayPropertyStart("parts");
        parts.forEach(part -> json.writeString(part.id()));
        json.writeEndArray();
      }
      case ControlCoverage.Nothing() -> {}
    }
    json.writeEndObject();
  }
}
