package org.concordat.server.alignment.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.ApiFailure;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Problem;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes many entries of a kind at once: one line of the request says what one entry shall be, one
 * line of the answer what came of it. What can be done is done as one action, so that it can be
 * taken back as one.
 */
@Component
final class BulkResource {

  /** The status of a line that was right, where nothing was done because of another. */
  private static final int HELD_BACK = 424;

  private final Models models;
  private final Edits edits;

  BulkResource(Models models, Edits edits) {
    this.models = models;
    this.edits = edits;
  }

  /** A line and what is to come of it. */
  private static final class Step {
    final int line;
    @Nullable Wish wish;
    int status;
    String tag = EntryTag.NOTHING;
    @Nullable Problem problem;

    Step(int line) {
      this.line = line;
    }

    void fail(Problem why) {
      problem = why;
      status = why.kind().status();
    }
  }

  /**
   * Does what the lines of the body say.
   *
   * @param rehearse whether only to tell what would come of it
   * @param atomic whether one wrong line makes all of them be left alone
   */
  <K, E> ApiAnswer run(Call call, EntryKind<K, E> kind, boolean rehearse, boolean atomic) {
    List<JsonBody.Line> lines = JsonBody.lines(call.request());
    LiveWorkspace live = models.of(call.caller().tenant());
    List<Step> steps = live.read(model -> steps(lines, kind, model));
    ChangeOutcome.@Nullable Done done = null;
    boolean isBroken = steps.stream().anyMatch(step -> step.problem != null);
    if (!(atomic && isBroken)) {
      done = save(call, steps, live, rehearse, atomic);
    }
    boolean failed = atomic && steps.stream().anyMatch(step -> step.problem != null);
    return EntryResource.with(done, answer(call, steps, failed));
  }

  private <K, E> List<Step> steps(List<JsonBody.Line> lines, EntryKind<K, E> kind, Snapshot model) {
    List<Step> steps = new ArrayList<>();
    Map<K, Integer> seen = new HashMap<>();
    for (JsonBody.Line line : lines) {
      Step step = new Step(line.number());
      steps.add(step);
      switch (line) {
        case JsonBody.Line.Broken(var _, var problem) -> step.fail(problem);
        case JsonBody.Line.Read(var number, var json) -> {
          try {
            BulkLine<K, E> said = BulkLine.read(json, kind, model);
            Integer before = seen.putIfAbsent(said.key(), number);
            if (before != null) {
              throw Problem.of(Problem.Kind.INVALID, "The same entry stands in line " + before)
                  .failure();
            }
            step.wish = said.wish(kind);
            step.status = said.status();
            step.tag = EntryTag.of(said.wanted());
          } catch (ApiFailure failure) {
            step.fail(failure.problem());
          }
        }
      }
    }
    return steps;
  }

  /** Leaves out the lines that something stands against, until the rest can be done. */
  private ChangeOutcome.@Nullable Done save(
      Call call, List<Step> steps, LiveWorkspace live, boolean rehearse, boolean atomic) {
    while (true) {
      List<Step> good = steps.stream().filter(step -> step.problem == null).toList();
      List<Wish> wishes = good.stream().map(step -> step.wish).toList();
      Edits.Result result =
          rehearse
              ? edits.rehearse(call.caller(), wishes)
              : edits.save(call.caller(), wishes, call.reason(), call.id());
      switch (result) {
        case Edits.Result.Saved(var done) -> {
          return done;
        }
        case Edits.Result.Conflict(var wish, var _) ->
            good.stream()
                .filter(step -> step.wish == wish)
                .forEach(
                    step ->
                        step.fail(Problem.of(Problem.Kind.STALE, "It is other than you saw it")));
        case Edits.Result.Rejected(var outcome) -> blame(outcome, good, live);
      }
      if (atomic || good.stream().allMatch(step -> step.problem == null)) {
        return null;
      }
    }
  }

  /** Finds the lines that led to what was rejected. */
  private static void blame(ChangeOutcome outcome, List<Step> steps, LiveWorkspace live) {
    List<Step> causes = new ArrayList<>();
    List<WorkspaceChange> changes = new ArrayList<>();
    live.read(
        model -> {
          for (Step step : steps) {
            if (step.wish != null) {
              for (WorkspaceChange change : step.wish.changes(model)) {
                causes.add(step);
                changes.add(change);
              }
            }
          }
          return null;
        });
    switch (outcome) {
      case ChangeOutcome.Unsound(var findings) -> {
        Map<Step, List<Finding>> byStep = new HashMap<>();
        for (Finding finding : findings) {
          int cause = Math.clamp(change(finding), 0, causes.size() - 1);
          byStep.computeIfAbsent(causes.get(cause), _ -> new ArrayList<>()).add(finding);
        }
        byStep.forEach((step, all) -> step.fail(EntryResource.unsound(all)));
      }
      case ChangeOutcome.Refused(var refused) -> {
        Set<WorkspaceChange> all = new HashSet<>(refused);
        for (int i = 0; i < causes.size(); i++) {
          if (all.contains(changes.get(i))) {
            causes
                .get(i)
                .fail(
                    Problem.of(
                        Problem.Kind.FORBIDDEN, "Your roles, or the token, do not go so far"));
          }
        }
      }
      case ChangeOutcome.Stale _ ->
          steps.forEach(
              step ->
                  step.fail(
                      Problem.of(
                          Problem.Kind.STALE, "Somebody changed the model at the same moment")));
      case ChangeOutcome.Done _ -> throw new IllegalStateException("done is not rejected");
    }
  }

  private static int change(Finding finding) {
    String key = String.valueOf(finding.place().key());
    int end = key.indexOf(']');
    return key.startsWith("changes[") && end > 0
        ? Integer.parseInt(key.substring("changes[".length(), end))
        : 0;
  }

  private static ApiAnswer answer(Call call, List<Step> steps, boolean failed) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (failed && step.problem == null) {
        step.status = HELD_BACK;
      }
      if (step.status >= 400 || !call.prefersMinimal()) {
        text.append(result(step, call)).append('\n');
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    ApiAnswer answer = ApiAnswer.file(Media.LINES, out -> out.write(bytes));
    return new ApiAnswer(
        failed ? Problem.Kind.INVALID.status() : 200, answer.headers(), null, answer.body());
  }

  private static ObjectNode result(Step step, Call call) {
    ObjectNode json = Nodes.object().put("line", step.line).put("status", step.status);
    if (step.problem != null) {
      json.set("problem", step.problem.json(call.id()));
    } else if (step.status < 400 && !step.tag.equals(EntryTag.NOTHING)) {
      json.put("etag", step.tag);
    }
    return json;
  }
}
