package org.concordat.server.standards.api;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.inference.Published;
import org.concordat.core.standards.inference.Step;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.yaml.Words;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.api.Parameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How entries and conclusions are told; absent things are left out. */
final class StandardsNodes {
  private StandardsNodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What an entry says beside the ids in its address. */
  static ObjectNode entry(ProgrammeEntry entry) {
    ObjectNode json = object();
    switch (entry) {
      case Adoption(var _, var since, var because) -> {
        put(json, "since", since);
        put(json, "because", because);
      }
      case CrosswalkUse _, OwnCatalogue _, OwnControl _ -> {}
      case OwnCrosswalk own -> {
        json.put("source", own.source()).put("target", own.target());
        put(json, "publisher", own.publisher());
        put(json, "url", own.url());
        put(json, "version", own.version());
        put(json, "licence", own.licence());
        put(json, own.extras());
      }
      case OwnMapping(var _, var mapping, var by, var on) -> {
        json.put("relation", mapping.statement().word());
        if (mapping.strength() != null) {
          json.put("strength", mapping.strength());
        }
        put(json, "because", mapping.because());
        put(json, "by", by);
        put(json, "on", on);
        put(json, mapping.extras());
      }
      case OwnConsidered(var _, var _, var because) -> put(json, "because", because);
      case ControlOperation(var _, var operation, var since, var because, var owner) -> {
        json.put("operation", operation.word());
        put(json, "since", since);
        put(json, "because", because);
        put(json, "owner", owner);
      }
      case RequirementLink(var _, var _, var extent, var because) -> {
        json.put("extent", extent.word());
        put(json, "because", because);
      }
      case Obligation obligation -> {
        json.put("id", obligation.id()).put("title", obligation.title());
        json.put("kind", Words.of(obligation.kind()));
        put(json, "source", obligation.source());
        put(json, "url", obligation.url());
        put(json, "description", obligation.description());
        put(json, "units", obligation.units());
        put(json, "geography", obligation.geography());
        put(json, "data", obligation.data());
        put(json, "owner", obligation.owner());
        put(json, "review-on", obligation.reviewOn());
      }
      case ObligationControl(var _, var _, var because) -> put(json, "because", because);
    }
    return json;
  }

  static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void put(ObjectNode json, Extras extras) {
    if (!extras.isEmpty()) {
      json.set("extra", JsonMapper.shared().readTree(ExtraJson.of(extras)));
    }
  }

  private static void put(ObjectNode json, String name, @Nullable LocalDate day) {
    if (day != null) {
      json.put(name, day.toString());
    }
  }

  private static void put(ObjectNode json, String name, List<String> values) {
    ArrayNode list = json.putArray(name);
    values.forEach(list::add);
  }

  static ObjectNode pair(Known known) {
    ObjectNode json = object();
    json.put("source", known.source().control()).put("target", known.target().control());
    put(json, "known", known.relations().words());
    json.set("via", chains(known.via()));
    return json;
  }

  static ObjectNode contradiction(Contradiction contradiction) {
    ObjectNode json = object();
    ArrayNode mappings = json.putArray("mappings");
    contradiction.mappings().forEach(mapping -> mappings.add(mapping(mapping)));
    return json;
  }

  static ObjectNode counts(Coverage coverage) {
    ObjectNode counts = object();
    for (Degree degree : Degree.values()) {
      counts.put(Words.of(degree), coverage.count(degree));
    }
    return counts;
  }

  /** The catalogue that a parameter names. */
  static Catalogue named(StandardsState now, String parameter, String id) {
    return now.library()
        .catalogue(id)
        .orElseThrow(
            () -> Parameters.wrong(parameter, "'" + id + "' is no catalogue that is in use"));
  }

  static ArrayNode chains(List<Chain> chains) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Chain chain : chains) {
      ArrayNode steps = all.addArray();
      chain.steps().forEach(step -> steps.add(step(step)));
    }
    return all;
  }

  private static ObjectNode step(Step step) {
    return switch (step) {
      case Step.Mapped(var mapping, var _) -> mapping(mapping);
      case Step.Part(var part, var whole, var _) -> step(null, part, "part", whole);
    };
  }

  static ObjectNode mapping(Published mapping) {
    return step(
        mapping.crosswalk(), mapping.source(), mapping.statement().word(), mapping.target());
  }

  private static ObjectNode step(
      @Nullable String crosswalk, ControlRef source, String relation, ControlRef target) {
    ObjectNode json = object();
    put(json, "crosswalk", crosswalk);
    return json.put("source", source.toString())
        .put("relation", relation)
        .put("target", target.toString());
  }
}
