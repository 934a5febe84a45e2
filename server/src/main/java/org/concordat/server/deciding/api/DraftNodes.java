package org.concordat.server.deciding.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftComparison;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.Rebasing;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.formats.json.DraftJson;
import org.concordat.formats.yaml.Words;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Drafts.Tried;
import org.concordat.server.web.api.Call;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/** Drafts as JSON. */
final class DraftNodes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
    Map<WorkspaceChange, Verdict.Conflict> conflicts = new HashMap<>();
    if (tried.verdict() instanceof Verdict.Stale(var all)) {
      all.forEach(conflict -> conflicts.put(conflict.change(), conflict));
    }
    ChangeWording wording = wording(tried);
    for (WorkspaceChange change : tried.draft().changes()) {
      Verdict.Conflict conflict = conflicts.get(change);
      ObjectNode one =
          changes
              .addObject()
              .put("entry", change.key())
              .put("says", wording.describe(change))
              .put("conflict", conflict != null);
      if (conflict != null) {
        one.put("meanwhile", wording.describe(Rebasing.meanwhile(conflict)));
      }
    }
    if (tried.verdict() instanceof Verdict.Unsound(List<Finding> findings)) {
      ArrayNode problems = json.putArray("problems");
      findings.forEach(finding -> problems.add(finding.message()));
    }
    if (!tried.left().isEmpty()) {
      ArrayNode left = json.putArray("left");
      tried.left().forEach(change -> left.add(change.key()));
    }
    DraftEffect effect = tried.effect();
    if (effect != null) {
      json.set("effect", node(generator -> DraftJson.effect(generator, effect)));
    }
    return json;
  }

  /** The words for changes; names that only the draft knows are told while it fits. */
  private static ChangeWording wording(Tried tried) {
    Workspace today = tried.today().read(Snapshot::workspace);
    return new ChangeWording(
        today, tried.ahead() == null ? today : tried.ahead().live().read(Snapshot::workspace));
  }

  /** Two drafts side by side. */
  static ObjectNode comparison(DraftComparison comparison) {
    return node(generator -> DraftJson.comparison(generator, comparison));
  }

  /** What the command line writes, as a node. */
  private static ObjectNode node(Consumer<JsonGenerator> writing) {
    try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
      writing.accept(buffer);
      return (ObjectNode) MAPPER.readTree(buffer.asParser());
    }
  }
}
