package org.concordat.server.deciding.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.formats.yaml.Words;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.DraftEffect;
import org.concordat.server.deciding.Drafts.Tried;
import org.concordat.server.web.api.Call;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Drafts as JSON. */
final class DraftNodes {
  private DraftNodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A draft as a list tells it. */
  static ObjectNode draft(Draft draft) {
    ObjectNode json = object().put("id", draft.id().toString()).put("name", draft.name());
    if (draft.about() != null) {
      json.put("about", draft.about());
    }
    json.put("state", Words.of(draft.state()))
        .put("shared", draft.shared())
        .put("revision", draft.revision());
    json.set("made", act(draft.made()));
    putAct(json, "proposal", draft.proposal());
    putAct(json, "decision", draft.decision());
    if (draft.change() != null) {
      json.put("action", Call.ROOT + "/actions/" + draft.change());
    }
    return json;
  }

  private static void putAct(ObjectNode json, String name, Draft.@Nullable Act act) {
    if (act != null) {
      json.set(name, act(act));
    }
  }

  private static ObjectNode act(Draft.Act act) {
    ObjectNode json = object().put("by", act.name()).put("at", act.at().toString());
    return act.words() == null ? json : json.put("words", act.words());
  }

  /** A draft with its changes and what they move. */
  static ObjectNode whole(Tried tried) {
    ObjectNode json = draft(tried.draft());
    ArrayNode changes = json.putArray("changes");
    Set<WorkspaceChange> conflicts =
        tried.verdict() instanceof Verdict.Stale(var all)
            ? all.stream().map(Verdict.Conflict::change).collect(Collectors.toSet())
            : Set.of();
    ChangeWording wording =
        tried.ahead() == null
            ? null
            : new ChangeWording(
                tried.today().read(Snapshot::workspace),
                tried.ahead().live().read(Snapshot::workspace));
    for (WorkspaceChange change : tried.draft().changes()) {
      ObjectNode one =
          changes
              .addObject()
              .put("entry", change.key())
              .put("conflict", conflicts.contains(change));
      if (wording != null) {
        one.put("says", wording.describe(change));
      }
    }
    if (tried.verdict() instanceof Verdict.Unsound(List<Finding> findings)) {
      ArrayNode problems = json.putArray("problems");
      findings.forEach(finding -> problems.add(finding.message()));
    }
    if (tried.ahead() != null) {
      json.set(
          "effect",
          effect(
              DraftEffect.between(
                  tried.today(),
                  tried.ahead().live(),
                  tried.ahead().applied().moved(),
                  tried.draft().changes())));
    }
    return json;
  }

  private static ObjectNode effect(DraftEffect effect) {
    ObjectNode json = object().put("moved", effect.moved());
    ArrayNode rows = json.putArray("requirements");
    for (DraftEffect.Shift shift : effect.shifts()) {
      ObjectNode row = rows.addObject().put("id", shift.requirement().id());
      putStanding(row, "before", shift.before());
      putStanding(row, "after", shift.after());
      ArrayNode units = row.putArray("units");
      shift.units().forEach(unit -> units.add(unit.id()));
      ArrayNode causes = row.putArray("causes");
      shift.causes().forEach(causes::add);
    }
    return json;
  }

  private static void putStanding(
      ObjectNode json, String name, DraftEffect.@Nullable Standing standing) {
    if (standing != null) {
      json.putObject(name)
          .put("rank", standing.rank())
          .put("score", standing.score())
          .put("level", standing.level().name());
    }
  }
}
