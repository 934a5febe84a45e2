package org.concordat.server.trail.api;

import java.util.List;
import org.concordat.server.trail.history.TrailTables;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of the history. */
@Configuration(proxyBeanMethods = false)
class TrailShapes {
  private static final Kind OPERATION = new Kind.Choice(List.of("insert", "update", "delete"));
  private static final Kind TABLE = new Kind.Choice(TrailTables.all());
  private static final String AN_ADDRESS =
      "\"/api/v1/actions/0199b1f4-6d0e-7b3a-9c53-0d9c2f5a1e11\"";

  private static final Shape COUNT =
      Shape.named("ActionCount", "How many rows of a table had the same done to them.")
          .told("table", TABLE, "the table", "\"asset\"")
          .told("operation", OPERATION, "what was done", "\"update\"")
          .told("rows", Kinds.COUNT, "how many", "1");

  private static final Shape SUBJECT =
      Shape.named("Subject", "A thing that a row is or connects.")
          .toldOptionally("table", Kinds.NAME, "the table that it stands in, if any", "\"asset\"")
          .told("key", Kinds.PROSE, "its key", "\"claims-db\"")
          .told("name", Kinds.PROSE, "its name as last known", "\"Claims database\"");

  private static final Shape FIELD =
      Shape.named("FieldChange", "A field that differs.")
          .told("field", Kinds.NAME, "the column", "\"name\"")
          .told("before", new Kind.Anything(), "what it was; null for nothing", "\"Claims\"")
          .told(
              "after", new Kind.Anything(), "what it is; null for nothing", "\"Claims database\"");

  private static final Shape ROW =
      Shape.named("RowChange", "What happened to one row.")
          .told("number", Kinds.COUNT, "of the entry in the trail", "17")
          .told("table", TABLE, "the table", "\"asset\"")
          .told("key", Kinds.PROSE, "how /history finds it", "\"claims-db\"")
          .told("operation", OPERATION, "what was done", "\"update\"")
          .told("subject", list(SUBJECT), "what it is or connects", "[]")
          .told("fields", list(FIELD), "what differs", "[]");

  private static final Shape STANDING =
      Shape.named("Standing", "Where a requirement stood.")
          .told("rank", Kinds.COUNT, "from 1", "1")
          .told("score", Kinds.SCORE, "the need", "1.0")
          .told("level", Kinds.LEVEL, "the level that it shows, or none", "\"critical\"");

  private static final Shape MOVED =
      Shape.named("Moved", "A requirement at two times.")
          .told("requirement", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("name", Kinds.PROSE, "the asset's name", "\"Claims database\"")
          .told("distance", new Kind.Score(-1), "how far the score moved", "0.33")
          .toldOptionally("then", new Kind.Of(STANDING), "absent when it was not there", "{}")
          .toldOptionally("now", new Kind.Of(STANDING), "absent when it is no more", "{}");

  private static final Shape COMPARISON =
      Shape.named("Comparison", "An earlier model and a later one.")
          .told("changes", Kinds.COUNT, "how many entries and settings differ", "1")
          .told("moved-in-all", Kinds.COUNT, "how many requirements moved", "3")
          .told("reranked", Kinds.COUNT, "how many have only another rank", "2")
          .told("moved", list(MOVED), "the hundred that moved furthest", "[]")
          .told("then", list(MOVED), "the first of the earlier one", "[]")
          .told("now", list(MOVED), "the first of the later one", "[]");

  private static final Shape ACTION =
      Shape.named("Action", "What somebody did at once.")
          .told("number", Kinds.COUNT, "of its last entry in the trail", "17")
          .toldOptionally(
              "id", new Kind.Uuid(), "its id", "\"0199b1f4-6d0e-7b3a-9c53-0d9c2f5a1e11\"")
          .toldOptionally("address", Kinds.PROSE, "where more is told", AN_ADDRESS)
          .told("at", new Kind.Moment(), "when", "\"2026-03-02T09:30:00Z\"")
          .told(
              "actor", Kinds.PROSE, "an account's id, or a part of the server", "\"server:set-up\"")
          .told("name", Kinds.PROSE, "the account's name", "\"Anna Meier\"")
          .toldOptionally("request", Kinds.PROSE, "the request's id", "\"b1a7...\"")
          .toldOptionally("reason", Kinds.PROSE, "why", "\"Audit finding 12\"")
          .told("counts", list(COUNT), "how many rows of which table", "[]")
          .told("changes", list(ROW), "the first of the changes", "[]")
          .toldOptionally(
              "undoable",
              new Kind.Flag(),
              "whether it can be tried to take it back; of one action alone",
              "true")
          .toldOptionally(
              "effect",
              new Kind.Of(COMPARISON),
              "what it moved; of one action alone, and not of very large models",
              "{}");

  private static final Shape UNDONE =
      Shape.named("Undone", "What became of a wish to take an action back.")
          .told("changed", new Kind.Flag(), "whether it is taken back by now", "true")
          .toldOptionally("action", Kinds.PROSE, "the address of the action that did", AN_ADDRESS)
          .toldOptionally("moved", Kinds.COUNT, "how many requirements have another score", "3")
          .toldOptionally(
              "import",
              Kinds.PROSE,
              "of a large one: the address that tells how far it is",
              "\"/api/v1/imports/...\"");

  private static final Shape ACTIONS =
      Shape.named("ActionList", "A part of what was done, newest first.")
          .told("items", list(ACTION), "the actions", "[]")
          .toldOptionally(
              "next",
              Kinds.PROSE,
              "the address of the next part; absent in the last",
              "\"/api/v1/actions?cursor=...\"");

  private static final Shape SEAL =
      Shape.named("Seal", "How far the trail is sealed.")
          .told("entries", Kinds.COUNT, "how many entries there are", "120")
          .told("sealed", Kinds.COUNT, "how many are sealed", "118")
          .told("waiting", Kinds.COUNT, "how many wait", "2")
          .told("key", Kinds.PROSE, "the fingerprint of the key", "\"3f9a...\"")
          .told("broken", new Kind.Flag(), "whether something is missing or changed", "false")
          .toldOptionally("head", Kinds.PROSE, "what to write down", "\"118:9c...\"");

  private static Kind list(Shape shape) {
    return new Kind.ListOf(new Kind.Of(shape), 100_000);
  }

  @Bean
  ShapeBook trailShapeBook() {
    return new ShapeBook(
        List.of(
            COUNT,
            SUBJECT,
            FIELD,
            ROW,
            STANDING,
            MOVED,
            COMPARISON,
            ACTION,
            UNDONE,
            ACTIONS,
            SEAL));
  }
}
