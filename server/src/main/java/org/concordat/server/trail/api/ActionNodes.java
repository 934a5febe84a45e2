package org.concordat.server.trail.api;

import java.util.List;
import java.util.Locale;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.FieldChange;
import org.concordat.server.trail.history.Obstacle;
import org.concordat.server.trail.history.PastModels;
import org.concordat.server.trail.history.RowChange;
import org.concordat.server.trail.history.Value;
import org.concordat.server.web.api.Call;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the history tells, as JSON. */
final class ActionNodes {
  private ActionNodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode action(Action action) {
    ObjectNode json = object().put("number", action.number());
    if (action.change() != null) {
      json.put("id", action.change().toString())
          .put("address", Call.ROOT + "/actions/" + action.change());
    }
    json.put("at", action.at().toString()).put("actor", action.actor()).put("name", action.name());
    if (action.request() != null) {
      json.put("request", action.request());
    }
    if (action.reason() != null) {
      json.put("reason", action.reason());
    }
    ArrayNode counts = json.putArray("counts");
    for (Action.Count count : action.counts()) {
      counts
          .addObject()
          .put("table", count.table())
          .put("operation", count.operation().name().toLowerCase(Locale.ROOT))
          .put("rows", count.rows());
    }
    ArrayNode changes = json.putArray("changes");
    action.rows().forEach(row -> changes.add(row(row)));
    return json;
  }

  private static ObjectNode row(RowChange row) {
    ObjectNode json =
        object()
            .put("number", row.number())
            .put("table", row.table())
            .put("key", row.key())
            .put("operation", row.operation().name().toLowerCase(Locale.ROOT));
    json.set("subject", subject(row.subject()));
    ArrayNode fields = json.putArray("fields");
    for (FieldChange field : row.fields()) {
      ObjectNode each = fields.addObject().put("field", field.field());
      each.set("before", value(field.before()));
      each.set("after", value(field.after()));
    }
    return json;
  }

  private static ArrayNode subject(List<Value.Entry> entries) {
    ArrayNode subject = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> subject.add(entry(entry)));
    return subject;
  }

  /** Parts of a source's name stand in no table. */
  private static ObjectNode entry(Value.Entry entry) {
    ObjectNode json = object();
    if (!entry.table().isEmpty()) {
      json.put("table", entry.table());
    }
    return json.put("key", entry.key()).put("name", entry.name());
  }

  private static JsonNode value(Value value) {
    return switch (value) {
      case Value.Nothing() -> JsonNodeFactory.instance.nullNode();
      case Value.Text(var text) -> JsonNodeFactory.instance.stringNode(text);
      case Value.OnScale(var _, var name) -> JsonNodeFactory.instance.stringNode(name);
      case Value.Word(var word) -> JsonNodeFactory.instance.stringNode(word.replace('_', '-'));
      case Value.Flag(var yes) -> JsonNodeFactory.instance.booleanNode(yes);
      case Value.Entry entry -> entry(entry);
      case Value.Items(var values) -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        values.forEach(each -> items.add(value(each)));
        yield items;
      }
    };
  }

  static ObjectNode obstacle(Obstacle obstacle) {
    ObjectNode json =
        object()
            .put("table", obstacle.table())
            .put("key", obstacle.key())
            .put("what", obstacle.what().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.set("subject", subject(obstacle.subject()));
    return json;
  }

  static ObjectNode comparison(PastModels.Comparison comparison) {
    ObjectNode json =
        object()
            .put("changes", comparison.changes())
            .put("moved-in-all", comparison.movedInAll())
            .put("reranked", comparison.reranked());
    rows("moved", comparison.moved(), json);
    rows("then", comparison.then(), json);
    rows("now", comparison.now(), json);
    return json;
  }

  private static void rows(String name, List<PastModels.Row> rows, ObjectNode json) {
    ArrayNode list = json.putArray(name);
    for (PastModels.Row row : rows) {
      ObjectNode each =
          list.addObject()
              .put("requirement", row.requirement().id())
              .put("name", row.name())
              .put("distance", row.distance());
      standing("then", row.then(), each);
      standing("now", row.now(), each);
    }
  }

  private static void standing(
      String name, PastModels.@Nullable Standing standing, ObjectNode json) {
    if (standing != null) {
      json.putObject(name)
          .put("rank", standing.rank())
          .put("score", standing.score())
          .put("level", standing.scale().shownName(standing.score()));
    }
  }
}
