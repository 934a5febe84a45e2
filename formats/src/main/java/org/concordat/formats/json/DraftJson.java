package org.concordat.formats.json;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.whatif.DraftComparison;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.DraftEffect.Reason;
import org.concordat.core.alignment.whatif.DraftEffect.Standing;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.formats.drafts.Said;
import org.concordat.formats.drafts.Trying;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What is tried out, and what that moves, as JSON. Names and order of the keys are a promise to
 * other programs.
 */
public final class DraftJson {
  private DraftJson() {}

  /** One thing to try out, as the API takes it. */
  public static void edit(JsonGenerator json, Trying trying, Said said) {
    json.writeStartObject();
    json.writeStringProperty(Trying.TRY, Words.of(trying));
    for (String key : said.keys()) {
      switch (key) {
        case Trying.TRY -> {}
        case "gone" -> json.writeBooleanProperty(key, said.flag(key));
        case "cumulation" ->
            json.writeNumberProperty(key, Objects.requireNonNullElse(said.count(key), 1));
        case "properties", "levels" -> texts(json, key, said.texts(key));
        case "matrix" -> {
          json.writeArrayPropertyStart(key);
          for (List<String> row : said.rows(key)) {
            json.writeStartArray();
            row.forEach(json::writeString);
            json.writeEndArray();
          }
          json.writeEndArray();
        }
        case "carries" -> {
          json.writeObjectPropertyStart(key);
          Objects.requireNonNullElse(said.pairs(key), new TreeMap<String, String>())
              .forEach(json::writeStringProperty);
          json.writeEndObject();
        }
        case "redundancy" -> {
          Redundancy redundancy = said.redundancy(key);
          if (redundancy != null) {
            json.writeObjectPropertyStart(key);
            json.writeStringProperty("group", redundancy.group());
            json.writeNumberProperty("needs", redundancy.needs());
            json.writeEndObject();
          }
        }
        default -> json.writeStringProperty(key, said.text(key));
      }
    }
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /** The value of {@code changes}: each with its key and a sentence. */
  public static void changes(
      JsonGenerator json, List<WorkspaceChange> changes, ChangeWording wording) {
    Json.lines(
        json,
        changes,
        (j, change) -> {
          j.writeStartObject();
          j.writeStringProperty("entry", change.key());
          j.writeStringProperty("says", wording.describe(change));
          j.writeEndObject();
        });
  }

  /** The value of {@code effect}. */
  public static void effect(JsonGenerator json, DraftEffect effect) {
    json.writeStartObject();
    json.writeNumberProperty("moved", effect.moved());
    json.writeNumberProperty("for-units", effect.forUnits());
    json.writeName("requirements");
    Json.lines(json, effect.shifts(), DraftJson::shift);
    json.writeEndObject();
  }

  private static void shift(JsonGenerator json, DraftEffect.Shift shift) {
    json.writeStartObject();
    json.writeStringProperty("id", shift.requirement().id());
    json.writeStringProperty("name", shift.name());
    standing(json, "before", shift.before());
    standing(json, "after", shift.after());
    json.writeArrayPropertyStart("units");
    for (DraftEffect.UnitShift unit : shift.units()) {
      json.writeStartObject();
      json.writeStringProperty("id", unit.id());
      json.writeStringProperty("name", unit.name());
      json.writeStringProperty("before", unit.before());
      json.writeStringProperty("after", unit.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("causes");
    shift.causes().forEach(cause -> json.writeNumber(cause.intValue()));
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Where a requirement does not stand, nothing is said. */
  private static void standing(JsonGenerator json, String name, @Nullable Standing standing) {
    if (standing == null) {
      return;
    }
    json.writeObjectPropertyStart(name);
    figures(json, standing.rank(), standing.score(), standing.level());
    Reason reason = standing.reason();
    if (reason != null) {
      texts(json, "path", reason.path().path());
      texts(json, "levels", reason.levels());
      json.writeStringProperty("because", reason.words());
    }
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, int rank, double score, String level) {
    json.writeNumberProperty("rank", rank);
    json.writeNumberProperty("score", score);
    json.writeStringProperty("level", level);
  }

  /** Two things tried out, side by side. */
  public static void comparison(JsonGenerator json, DraftComparison comparison) {
    json.writeStartObject();
    json.writeNumberProperty("differing", comparison.differing());
    json.writeName("requirements");
    Json.lines(
        json,
        comparison.rows(),
        (j, row) -> {
          j.writeStartObject();
          j.writeStringProperty("id", row.requirement().id());
          j.writeStringProperty("name", row.name());
          place(j, "today", row.today());
          place(j, "one", row.one());
          place(j, "other", row.other());
          j.writeEndObject();
        });
    json.writeEndObject();
  }

  private static void place(
      JsonGenerator json, String name, DraftComparison.@Nullable Place place) {
    if (place != null) {
      json.writeObjectPropertyStart(name);
      figures(json, place.rank(), place.score(), place.level());
      json.writeEndObject();
    }
  }
}
