package org.concordat.formats.budget;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.budget.Blocker;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.FrontierPoint;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.Standing;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Plans and frontiers as JSON. Names and order of the keys are a promise to other programs. */
public final class BudgetJson {
  private BudgetJson() {}

  /** Writes a plan with its figures and reasons, and a frontier where there is one. */
  public static void write(
      BudgetProblem problem,
      Outcome.Solved solved,
      List<Standing> standings,
      @Nullable Frontier frontier,
      OutputStream out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          plan(json, problem, solved, standings);
          if (frontier != null) {
            json.writeName("frontier");
            frontier(json, frontier);
          }
          json.writeEndObject();
        });
  }

  /** Writes a frontier alone. */
  public static void write(Frontier frontier, OutputStream out) {
    Json.write(out, json -> frontier(json, frontier));
  }

  /** A plan's keys, inside an object that is open. */
  public static void plan(
      JsonGenerator json, BudgetProblem problem, Outcome.Solved solved, List<Standing> standings) {
    PlanFigures figures = PlanFigures.of(problem, solved.plan());
    json.writeNumberProperty("years", problem.given().years());
    json.writeNumberProperty("total", problem.total());
    json.writeNumberProperty("residual", solved.residual());
    json.writeNumberProperty("bound", solved.bound());
    json.writeStringProperty("end", Words.of(solved.end()));
    json.writeArrayPropertyStart("residuals");
    figures.residuals().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeObjectPropertyStart("spent");
    for (Map.Entry<String, List<Long>> each : figures.spent().entrySet()) {
      json.writeArrayPropertyStart(each.getKey());
      each.getValue().forEach(amount -> json.writeNumber(amount / 1_000.0));
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeName("controls");
    Json.lines(json, standings, BudgetJson::standing);
    json.writeName("requirements");
    Json.lines(
        json,
        figures.rows(),
        (j, row) -> {
          j.writeStartObject();
          j.writeStringProperty("id", row.need().requirement().id());
          j.writeNumberProperty("score", row.need().score());
          j.writeNumberProperty("needed", row.need().level());
          j.writeNumberProperty("reached", row.reached());
          j.writeNumberProperty("residual", row.residual());
          j.writeArrayPropertyStart("by");
          row.by().forEach(j::writeString);
          j.writeEndArray();
          j.writeEndObject();
        });
  }

  private static void standing(JsonGenerator json, Standing standing) {
    json.writeStartObject();
    json.writeStringProperty("id", standing.control());
    json.writeNumberProperty("start", standing.start());
    json.writeNumberProperty("alone", standing.alone());
    json.writeNumberProperty("beyond", standing.beyond());
    json.writeArrayPropertyStart("only");
    standing.only().forEach(r -> json.writeString(r.id()));
    json.writeEndArray();
    json.writeArrayPropertyStart("blockers");
    for (Blocker blocker : standing.blockers()) {
      json.writeStartObject();
      switch (blocker) {
        case Blocker.Shortfall(String resource, int year, long missing) -> {
          json.writeStringProperty("kind", "short");
          json.writeStringProperty("resource", resource);
          json.writeNumberProperty("year", year);
          json.writeNumberProperty("missing", missing / 1_000.0);
        }
        case Blocker.Excluded(String by) -> {
          json.writeStringProperty("kind", "excluded");
          json.writeStringProperty("control", by);
        }
        case Blocker.Needs(String control) -> {
          json.writeStringProperty("kind", "needs");
          json.writeStringProperty("control", control);
        }
        case Blocker.Nothing() -> json.writeStringProperty("kind", "nothing");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A frontier as one object. */
  public static void frontier(JsonGenerator json, Frontier frontier) {
    json.writeStartObject();
    json.writeBooleanProperty("complete", frontier.isComplete());
    json.writeName("points");
    Json.lines(
        json,
        frontier.points(),
        (JsonGenerator j, FrontierPoint point) -> {
          j.writeStartObject();
          j.writeNumberProperty("money", point.money() / 1_000.0);
          j.writeNumberProperty("share", point.share());
          j.writeNumberProperty("residual", point.residual());
          j.writeNumberProperty("bound", point.bound());
          j.writeObjectPropertyStart("starts");
          point.plan().starts().forEach(j::writeNumberProperty);
          j.writeEndObject();
          j.writeEndObject();
        });
    json.writeEndObject();
  }
}
