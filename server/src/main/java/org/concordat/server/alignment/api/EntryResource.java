package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.ApiFailure;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and changes single entries of the model, whatever kind they are of: a body becomes a wish,
 * the wish goes through {@link Edits}, and what came of it is answered.
 */
@Component
final class EntryResource {
  /** The header with the address of the action in the history. */
  static final String CHANGE = "Concordat-Change";

  /** The header with the number of requirements whose score moved. */
  static final String MOVED = "Concordat-Moved";

  private final Models models;
  private final Edits edits;

  EntryResource(Models models, Edits edits) {
    this.models = models;
    this.edits = edits;
  }

  /** An entry as it is now, or 404. */
  <K, E> ApiAnswer get(Call call, EntryKind<K, E> kind, K key) {
    return models
        .of(call.caller().tenant())
        .read(
            model -> {
              E entry = kind.present(key, model);
              if (entry == null) {
                throw Parameters.notFound();
              }
              return ApiAnswer.ok(kind.json(entry, model)).tagged(EntryTag.of(entry));
            });
  }

  /** Answers from the model as it is now. */
  ApiAnswer read(Call call, Function<Snapshot, ApiAnswer> question) {
    return models.of(call.caller().tenant()).read(question);
  }

  /**
   * A part of a short list of entries with ids.
   *
   * @param q words, each of which must occur in the entry
   */
  <E> ApiAnswer list(
      Call call,
      Paging paging,
      EntryKind<String, E> kind,
      Function<Snapshot, List<E>> all,
      String q) {
    String member = Shapes.member(kind.shape());
    return read(
        call,
        model -> {
          List<E> found = all.apply(model).stream().filter(entry -> matches(entry, q)).toList();
          return paging.answer(
              paging.part(found, entry -> kind.json(entry, model).path("id").stringValue("")),
              entry -> {
                ObjectNode row = Nodes.object();
                row.set(member, kind.json(entry, model));
                return row.put("etag", tag(kind, entry, model));
              });
        });
  }

  /** The tag of an entry of a list: that of the entry alone, as {@link #get} gives it. */
  private static <E> String tag(EntryKind<String, E> kind, E entry, Snapshot model) {
    String id = kind.json(entry, model).path("id").stringValue("");
    return EntryTag.of(kind.present(id, model));
  }

  /** Whether every word of a search occurs in what an entry says. */
  static boolean matches(Object entry, String q) {
    String text = entry.toString().toLowerCase(Locale.ROOT);
    return Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  /** Makes an entry what the body says: whole, a member that is not said is nothing. */
  <K, E> ApiAnswer put(Call call, EntryKind<K, E> kind, K key) {
    return write(call, kind, key, false);
  }

  /** Changes the members that the body says (RFC 7396); null takes one away. */
  <K, E> ApiAnswer patch(Call call, EntryKind<K, E> kind, K key) {
    return write(call, kind, key, true);
  }

  /** What a body comes to on the model as it is. */
  private record Plan<E>(@Nullable E present, @Nullable E wanted, @Nullable ApiFailure failure) {}

  private <K, E> ApiAnswer write(Call call, EntryKind<K, E> kind, K key, boolean patch) {
    JsonNode body = call.json();
    Precondition condition = call.precondition();
    LiveWorkspace live = models.of(call.caller().tenant());
    Plan<E> plan = live.read(model -> plan(call, kind, key, body, condition, patch, model));
    if (plan.failure != null) {
      throw plan.failure;
    }
    if (plan.present != null && plan.present.equals(plan.wanted)) {
      return told(kind, plan.present, live, ApiAnswer.ok(Nodes.object()));
    }
    Wish wish = kind.wish(key, plan.wanted, EntryTag.of(plan.present));
    Edits.Result result = edits.save(call.caller(), List.of(wish), call.reason(), call.id());
    ChangeOutcome.Done done = done(result, call, kind);
    ApiAnswer answer =
        plan.present == null
            ? ApiAnswer.created(kind.path(key), Nodes.object())
            : ApiAnswer.ok(Nodes.object());
    return told(kind, Objects.requireNonNull(plan.wanted), live, with(done, answer));
  }

  /** The answer with the entry as it was wished to be, which is how it is. */
  private static <K, E> ApiAnswer told(
      EntryKind<K, E> kind, E entry, LiveWorkspace live, ApiAnswer answer) {
    ObjectNode json = live.read(model -> kind.json(entry, model));
    return new ApiAnswer(
        answer.status(), answer.headers(), EntryTag.of(entry), new ApiAnswer.Json(json));
  }

  private static <K, E> Plan<E> plan(
      Call call,
      EntryKind<K, E> kind,
      K key,
      JsonNode body,
      Precondition condition,
      boolean patch,
      Snapshot model) {
    E present = kind.present(key, model);
    if (patch && present == null) {
      return new Plan<>(null, null, Parameters.notFound());
    }
    JsonNode whole =
        patch && present != null ? MergePatch.apply(kind.json(present, model), body) : body;
    Errors errors = new Errors();
    Values said = kind.shape().read(whole);
    E wanted = kind.read(key, said, model, errors);
    K named = kind.key(said);
    if (named != null && !named.equals(key)) {
      errors.add("", "names another entry than the address does");
    }
    errors.check();
    // What is so already need not be done again, whatever was seen (RFC 9110, 13.1.1).
    boolean isThere = present != null && present.equals(wanted);
    boolean mayRepeat = !(condition instanceof Precondition.Absent);
    return new Plan<>(
        present,
        wanted,
        isThere && mayRepeat ? null : failure(call, kind, present, condition, model));
  }

  /** Takes an entry away. */
  <K, E> ApiAnswer delete(Call call, EntryKind<K, E> kind, K key) {
    Precondition condition = call.precondition();
    LiveWorkspace live = models.of(call.caller().tenant());
    Plan<E> plan =
        live.read(
            model -> {
              E present = kind.present(key, model);
              return present == null
                  ? new Plan<>(null, null, Parameters.notFound())
                  : new Plan<>(present, null, failure(call, kind, present, condition, model));
            });
    if (plan.failure != null) {
      throw plan.failure;
    }
    Wish wish = kind.wish(key, null, EntryTag.of(plan.present));
    Edits.Result result = edits.save(call.caller(), List.of(wish), call.reason(), call.id());
    return with(done(result, call, kind), ApiAnswer.done());
  }

  /** What stands against a change of an entry that is so now, or null. */
  private static <K, E> @Nullable ApiFailure failure(
      Call call,
      EntryKind<K, E> kind,
      @Nullable E present,
      Precondition condition,
      Snapshot model) {
    String tag = EntryTag.of(present);
    boolean holds =
        switch (condition) {
          case Precondition.Unsaid() -> present == null;
          case Precondition.Absent() -> present == null;
          case Precondition.Present() -> present != null;
          case Precondition.Matching(var tags) -> present != null && tags.contains(tag);
        };
    if (holds) {
      return null;
    }
    if (condition instanceof Precondition.Unsaid) {
      return Problem.of(
              Problem.Kind.PRECONDITION_REQUIRED,
              "It is there already: say in If-Match which state you saw, by its ETag")
          .failure();
    }
    return stale(call, present == null ? null : kind.json(present, model), tag).failure();
  }

  private static Problem stale(Call call, @Nullable ObjectNode present, String tag) {
    Problem stale =
        Problem.of(
            Problem.Kind.STALE,
            present == null
                ? "It is not there any more"
                : "It is other than you saw it; look at 'present' and decide again");
    if (present == null) {
      return stale;
    }
    Problem tagged = stale.header("ETag", "\"" + tag + "\"");
    return call.mayRead() ? tagged.member("present", present) : tagged;
  }

  private <K, E> ChangeOutcome.@Nullable Done done(
      Edits.Result result, Call call, EntryKind<K, E> kind) {
    return switch (result) {
      case Edits.Result.Saved(var outcome) -> outcome;
      case Edits.Result.Conflict _ -> throw raced(call).failure();
      case Edits.Result.Rejected(var outcome) -> throw rejected(outcome, kind).failure();
    };
  }

  private static Problem raced(Call call) {
    return stale(call, null, EntryTag.NOTHING)
        .member("again", "somebody changed it at the same moment; read it and decide again");
  }

  private static Problem rejected(ChangeOutcome outcome, EntryKind<?, ?> kind) {
    return switch (outcome) {
      case ChangeOutcome.Unsound(var findings) -> unsound(findings);
      case ChangeOutcome.Refused _ ->
          Problem.of(
              Problem.Kind.FORBIDDEN,
              "Your roles, or the token's permissions, do not go so far for this "
                  + kind.shape().name());
      case ChangeOutcome.Stale _ -> Problem.of(Problem.Kind.STALE, "It is not as you saw it");
      case ChangeOutcome.Done _ -> throw new IllegalStateException("done is not rejected");
    };
  }

  /** The rules that would be broken, each with its place in the body. */
  static Problem unsound(List<Finding> findings) {
    List<Errors.Entry> errors = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), Errors.TOLD))) {
      errors.add(new Errors.InBody(pointer(finding), said(finding)));
    }
    return Problem.of(Problem.Kind.INVALID, "The model would break rules", errors);
  }

  static String said(Finding finding) {
    return finding.remedy() == null
        ? finding.problem()
        : finding.problem() + "; " + finding.remedy();
  }

  private static String pointer(Finding finding) {
    String key = String.valueOf(finding.place().key());
    int end = key.indexOf(']');
    return key.startsWith("changes[") && end > 0
        ? Errors.pointerOfKeys(key.substring(end + 1))
        : "";
  }

  /** The answer with what the change did. */
  static ApiAnswer with(ChangeOutcome.@Nullable Done done, ApiAnswer answer) {
    return done == null
        ? answer
        : answer
            .header(CHANGE, Call.ROOT + "/actions/" + done.change())
            .header(MOVED, String.valueOf(done.applied().moved().size()));
  }
}
