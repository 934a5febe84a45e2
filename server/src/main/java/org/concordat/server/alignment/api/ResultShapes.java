package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.List;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of what follows from the model, and of changes of many entries. */
@Configuration(proxyBeanMethods = false)
class ResultShapes {
  private static final Kind MANY = new Kind.ListOf(Kinds.PROSE, 100_000);

  private static final Shape PATH =
      Shape.named("RationalePath", "One reason: a path from the requirement to a goal.")
          .told(
              "path",
              new Kind.ListOf(Kinds.PROSE, 100_000),
              "the requirement, those that hand their need on to it, the factor, the goal",
              "[\"claims-db/availability\",\"productivity-loss\",\"fast-settlement\"]")
          .told(
              "levels",
              new Kind.ListOf(Kinds.LEVEL, 100_000),
              "the level of each link and, last, the goal's importance",
              "[\"critical\",\"critical\",\"critical\"]")
          .told("score", Kinds.SCORE, "what the path alone would give", "1.0");

  private static final Shape REQUIREMENT =
      Shape.named("Requirement", "How much a requirement is needed, and why.")
          .told("id", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("asset", Kinds.ID, "the asset", "\"claims-db\"")
          .told("property", Kinds.ID, "the property", "\"availability\"")
          .told("rank", Kinds.COUNT, "from 1; equal needs share a rank", "1")
          .told("score", Kinds.SCORE, "the need", "1.0")
          .told("level", Kinds.LEVEL, "the level that it shows, or none", "\"critical\"")
          .told("own", Kinds.SCORE, "the part that does not come over dependencies", "0.67")
          .told(
              "units",
              new Kind.MapOf(Kinds.SCORE, 100_000),
              "the need of each unit alone",
              "{\"claims\":1.0}")
          .told("rationale", list(PATH), "the best reasons, best first", "[]");

  private static final Shape PRIORITIES =
      Shape.named(
              "Priorities", "A part of the requirements by rank, as the command line prints them.")
          .told("organisation", Kinds.ID, "the organisation's id", "\"acme\"")
          .told(
              "scale",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "the levels, lowest first",
              "[\"low\",\"high\"]")
          .told("requirements", list(REQUIREMENT), "the requirements", "[]")
          .told("total", Kinds.COUNT, "how many there are in all parts", "1")
          .toldOptionally(
              "next",
              Kinds.PROSE,
              "the address of the next part; absent in the last",
              "\"/api/v1/requirements?cursor=...\"");

  private static final Shape EXPLANATION =
      Shape.named("Explanation", "Why a requirement stands where it stands.")
          .told("requirement", new Kind.Of(REQUIREMENT), "its priority", "{}")
          .told("of", Kinds.COUNT, "how many requirements there are", "12")
          .told("name", Kinds.PROSE, "the asset's name", "\"Claims database\"")
          .told("judgements", list(Shapes.JUDGEMENT), "who judged its own impacts", "[]")
          .told("dependents", MANY, "assets that depend on its asset", "[\"claims-process\"]");

  private static final Shape FIGURES =
      Shape.named("Figures", "Counts that the officer's questions are answered from.")
          .told("assets", Kinds.COUNT, "assets", "3")
          .told("requirements", Kinds.COUNT, "requirements", "9")
          .told("units", Kinds.COUNT, "units", "1")
          .told("goals", Kinds.COUNT, "goals", "2")
          .told("factors", Kinds.COUNT, "factors", "2")
          .told("judgements", Kinds.COUNT, "judgements", "5")
          .told("judged-by-many", Kinds.COUNT, "links that several people judged", "1")
          .told("differing", Kinds.COUNT, "those of them whose judges differ", "0")
          .told("attributed", Kinds.COUNT, "judgements that say who and when", "5")
          .told("unrated-assets", Kinds.COUNT, "assets without an impact of their own", "1")
          .told("stray-assets", Kinds.COUNT, "assets of no unit", "0");

  private static final Shape SUMMARY =
      Shape.named("Summary", "What needs securing, in which order, and what that stands on.")
          .told("organisation", Kinds.ID, "the organisation's id", "\"acme\"")
          .told(
              "scale",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "the levels, lowest first",
              "[\"low\",\"high\"]")
          .told("figures", new Kind.Of(FIGURES), "the counts", "{}")
          .told("requirements", list(REQUIREMENT), "the first by rank", "[]");

  private static final Shape QUESTION =
      Shape.named("Question", "A link that you are asked to judge.")
          .toldOptionally(
              "requirement",
              Kinds.PROSE,
              "the requirement that is broken",
              "\"claims-db/availability\"")
          .told("factor", Kinds.ID, "the factor", "\"productivity-loss\"")
          .toldOptionally("goal", Kinds.ID, "the goal that the factor hurts", "\"fast-settlement\"")
          .told("subject", Kinds.PROSE, "the name of the asset or factor", "\"Claims database\"")
          .told("object", Kinds.PROSE, "the name of the factor or goal", "\"Loss of productivity\"")
          .toldOptionally("own", Kinds.LEVEL, "what you judged before", "\"critical\"")
          .told(
              "judgement", Kinds.PROSE, "the address of your judgement", "\"/api/v1/impacts/...\"");

  private static final Shape UNUSED =
      Shape.named("Unused", "What of a file means nothing here.")
          .told("kind", Kinds.PROSE, "what it is", "\"AssociationRelationship\"")
          .told("count", Kinds.COUNT, "how many", "4")
          .told("why", Kinds.PROSE, "why it is not used", "\"it carries no need\"");

  private static final Shape PREVIEW =
      Shape.named("Preview", "What an import would change.")
          .told("changes", Kinds.COUNT, "how many changes", "12")
          .told(
              "counts",
              new Kind.MapOf(new Kind.MapOf(Kinds.COUNT, 10), 10),
              "how many entries of each kind it does what to",
              "{\"asset\":{\"added\":12}}")
          .told("samples", MANY, "the first hundred changes, in words", "[]")
          .told("unused", list(UNUSED), "what is not used", "[]")
          .told("warnings", MANY, "what somebody should look at", "[]");

  private static final Shape IMPORT =
      Shape.named("Import", "A file on its way into the model, or an action on its way out.")
          .told(
              "id",
              new Kind.Uuid(),
              "by which it is applied",
              "\"0199b1f4-6d0e-7b3a-9c53-0d9c2f5a1e11\"")
          .told("name", Kinds.NAME, "the file's name, or the action's reason", "\"assets.csv\"")
          .told("bytes", Kinds.COUNT, "the file's size; 0 for an action", "4711")
          .told(
              "stage",
              new Kind.Choice(
                  List.of(
                      "waiting",
                      "reading",
                      "comparing",
                      "ready",
                      "writing",
                      "done",
                      "failed",
                      "cancelled")),
              "how far it is; ready waits for your yes",
              "\"ready\"")
          .told("begun", new Kind.Moment(), "when it was sent", "\"2026-11-26T10:50:00Z\"")
          .toldOptionally(
              "takes-back",
              Kinds.PROSE,
              "the address of the action that is taken back",
              "\"/api/v1/actions/...\"")
          .toldOptionally("preview", new Kind.Of(PREVIEW), "what it would change, when ready", "{}")
          .toldOptionally(
              "differs",
              new Kind.Flag(),
              "whether you said yes to other changes, before the model changed",
              "false")
          .toldOptionally("written", Kinds.COUNT, "changes written so far", "400")
          .toldOptionally("of", Kinds.COUNT, "changes to write in all", "12000")
          .toldOptionally(
              "changed", new Kind.Flag(), "whether anything was other than before", "true")
          .toldOptionally(
              "action", Kinds.PROSE, "the address of the action", "\"/api/v1/actions/...\"")
          .toldOptionally("moved", Kinds.COUNT, "how many requirements have another score", "3")
          .toldOptionally("errors", MANY, "why nothing of it is in the model", "[]");

  private static final Shape DONE =
      Shape.named("Done", "What a change of the model did.")
          .told("changed", new Kind.Flag(), "whether anything was other than before", "true")
          .toldOptionally(
              "action", Kinds.PROSE, "the address of the action", "\"/api/v1/actions/...\"")
          .toldOptionally("moved", Kinds.COUNT, "how many requirements have another score", "3");

  private static final Shape WORKSPACE =
      Shape.named("Workspace", "The whole model, with the keys of the workspace file.")
          .told("concordat", new Kind.Whole(1, 1), "the version of the format", "1")
          .told("organisation", new Kind.Of(Shapes.ORGANISATION), "whose it is", "{}")
          .told(
              "scale",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "the levels, lowest first",
              "[\"low\",\"high\"]")
          .told("combination", new Kind.Anything(), "how levels join", "{}")
          .toldOptionally(
              "inheritance", new Kind.Anything(), "options for dependencies", "{\"cumulation\":3}")
          .toldOptionally("properties", anything(), "own properties", "[]")
          .toldOptionally("units", anything(), "units with goals", "[]")
          .toldOptionally("factors", anything(), "factors", "[]")
          .toldOptionally("assets", anything(), "assets", "[]")
          .toldOptionally("dependencies", anything(), "dependencies", "[]")
          .toldOptionally("impacts", anything(), "judgements", "[]")
          .toldOptionally("imports", anything(), "where entries came from", "[]");

  private static final Shape BULK_RESULT =
      Shape.named("BulkResult", "What came of one line.")
          .told("line", Kinds.COUNT, "the number of the line, from 1", "1")
          .told("status", new Kind.Whole(200, 599), "as the same request alone would have", "201")
          .toldOptionally("etag", Kinds.NAME, "the tag of the entry as it is now", "\"8Wn2...\"")
          .toldOptionally("problem", new Kind.Anything(), "what is wrong", "null");

  private static Kind list(Shape shape) {
    return new Kind.ListOf(new Kind.Of(shape), 100_000);
  }

  private static Kind anything() {
    return new Kind.ListOf(new Kind.Anything(), Integer.MAX_VALUE);
  }

  /**
   * One line of many: an entry that shall be so, that shall differ in some members, or shall go.
   */
  private static Shape line(Shape shape) {
    return Shape.named(
            shape.name() + "Line", "What one line says of one " + Shapes.member(shape) + ".")
        .optional("put", new Kind.Of(shape), "the entry as it shall be, with what names it", "{}")
        .optional(
            "patch", new Kind.Anything(), "what names the entry, and the members that change", "{}")
        .optional("delete", new Kind.Anything(), "what names the entry that shall go", "{}")
        .optional(
            "if-match",
            Kinds.NAME,
            "the tag that you saw, * for any, none for nothing yet; without it whatever is there is"
                + " changed",
            "\"none\"");
  }

  @Bean
  ShapeBook modelShapeBook() {
    List<Shape> shapes = new ArrayList<>(Shapes.book().shapes());
    shapes.addAll(
        List.of(
            PATH,
            REQUIREMENT,
            PRIORITIES,
            EXPLANATION,
            FIGURES,
            SUMMARY,
            QUESTION,
            QUESTION.list(),
            UNUSED,
            PREVIEW,
            IMPORT,
            IMPORT.list(),
            DONE,
            WORKSPACE,
            BULK_RESULT));
    for (Shape shape :
        List.of(
            Shapes.UNIT,
            Shapes.GOAL,
            Shapes.FACTOR,
            Shapes.PROPERTY,
            Shapes.ASSET,
            Shapes.DEPENDENCY,
            Shapes.JUDGEMENT)) {
      shapes.add(line(shape));
    }
    return new ShapeBook(shapes);
  }
}
