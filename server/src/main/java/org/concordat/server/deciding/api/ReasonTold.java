package org.concordat.server.deciding.api;

import java.time.ZoneOffset;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/**
 * Why something needs another look, as programs are told.
 *
 * @param kind such as {@code incident} or {@code lapsed}
 * @param on the day of it
 * @param level the number of the level that was seen
 * @param windows how many windows of measurement say so
 * @param what it was, in words
 */
record ReasonTold(
    String kind,
    @Nullable String on,
    @Nullable Integer level,
    @Nullable Integer windows,
    @Nullable String what) {
  static ReasonTold of(Reason reason) {
    return switch (reason) {
      case Reason.Happened(var incident) ->
          new ReasonTold("incident", incident.on().toString(), null, null, incident.what());
      case Reason.Contradicted(var how, _, var seen, var all) ->
          new ReasonTold(
              Words.of(how),
              all.getLast().on().toString(),
              seen.number(),
              null,
              all.getLast().what());
      case Reason.BrokenWithoutHarm(var agreement, var windows, var last) ->
          new ReasonTold("broken-without-harm", last.toString(), null, windows, agreement);
      case Reason.AlwaysMet(var windows, var worst) ->
          new ReasonTold("always-met", null, null, windows, worst.toPlainString());
      case Reason.NeverMet(var windows, var best) ->
          new ReasonTold("never-met", null, null, windows, best.toPlainString());
      case Reason.Changed(var change) ->
          new ReasonTold(
              "change",
              change.at().atZone(ZoneOffset.UTC).toLocalDate().toString(),
              null,
              null,
              Words.of(change.kind()) + " " + change.id());
      case Reason.Lapsed(var dueOn) -> new ReasonTold("lapsed", dueOn.toString(), null, null, null);
      case Reason.Undated _ -> new ReasonTold("undated", null, null, null, null);
    };
  }
}
