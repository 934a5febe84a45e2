package org.concordat.server.standards.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.SaveResult;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.ApiFailure;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and changes single entries of a programme, whatever kind they are of. */
@Component
final class ProgrammeResource {
  /** The header with the address of the action in the history. */
  private static final String CHANGE = "Concordat-Change";

  private final Standards standards;

  ProgrammeResource(Standards standards) {
    this.standards = standards;
  }

  /** The entry of that key as it is now, or null. */
  @Nullable ProgrammeEntry present(Call call, EntryKey key) {
    return standards.of(call.caller().tenant()).programme().entry(key);
  }

  /** What the organisation says, an entry of that key among it. */
  Programme existing(Call call, EntryKey key) {
    Programme programme = standards.of(call.caller().tenant()).programme();
    if (programme.entry(key) == null) {
      throw Parameters.notFound();
    }
    return programme;
  }

  /** An entry as it is now, or 404. */
  ApiAnswer get(Call call, EntryKey key) {
    ProgrammeEntry entry = present(call, key);
    if (entry == null) {
      throw Parameters.notFound();
    }
    return ApiAnswer.ok(StandardsNodes.entry(entry)).tagged(EntryTag.of(entry));
  }

  /** A part of the entries of a kind. */
  <E extends ProgrammeEntry> ApiAnswer list(Paging paging, List<E> entries) {
    return paging.answer(
        paging.part(entries, entry -> entry.key().toString()),
        entry -> {
          ObjectNode row = StandardsNodes.object();
          ArrayNode key = row.putArray("key");
          entry.key().parts().forEach(key::add);
          row.set("entry", StandardsNodes.entry(entry));
          return row.put("etag", EntryTag.of(entry));
        });
  }

  /**
   * Makes an entry what the body says.
   *
   * @param wanted the entry that the body's members make; an argument that is none is told
   */
  ApiAnswer put(Call call, EntryKey key, Shape shape, Function<Values, ProgrammeEntry> wanted) {
    Values said = shape.read(call.json());
    ProgrammeEntry entry = made(said, wanted);
    ProgrammeEntry present = present(call, key);
    if (present != null && present.equals(entry)) {
      return ApiAnswer.ok(StandardsNodes.entry(entry)).tagged(EntryTag.of(entry));
    }
    UUID action = save(call, List.of(ProgrammeWish.of(entry, tag(call, present))));
    ApiAnswer answer =
        present == null
            ? ApiAnswer.created(call.request().getRequestURI(), StandardsNodes.entry(entry))
            : ApiAnswer.ok(StandardsNodes.entry(entry));
    return told(action, answer.tagged(EntryTag.of(entry)));
  }

  private static ProgrammeEntry made(Values said, Function<Values, ProgrammeEntry> wanted) {
    try {
      return wanted.apply(said);
    } catch (IllegalArgumentException unsound) {
      throw Problem.of(Problem.Kind.INVALID, String.valueOf(unsound.getMessage())).failure();
    }
  }

  /** Takes an entry away. */
  ApiAnswer delete(Call call, EntryKey key) {
    ProgrammeEntry present = present(call, key);
    if (present == null) {
      throw Parameters.notFound();
    }
    return told(save(call, List.of(ProgrammeWish.gone(key, tag(call, present)))), ApiAnswer.done());
  }

  /** The tag of the state that the request is about, where that is the present one. */
  private static String tag(Call call, @Nullable ProgrammeEntry present) {
    String tag = EntryTag.of(present);
    boolean holds =
        switch (call.precondition()) {
          case Precondition.Unsaid() -> present == null;
          case Precondition.Absent() -> present == null;
          case Precondition.Present() -> present != null;
          case Precondition.Matching(var tags) -> present != null && tags.contains(tag);
        };
    if (holds) {
      return tag;
    }
    if (call.precondition() instanceof Precondition.Unsaid) {
      throw Problem.of(
              Problem.Kind.PRECONDITION_REQUIRED,
              "It is there already: say in If-Match which state you saw, by its ETag")
          .failure();
    }
    throw stale(call, present);
  }

  private static ApiFailure stale(Call call, @Nullable ProgrammeEntry present) {
    if (present == null) {
      return Problem.of(Problem.Kind.STALE, "It is not there any more").failure();
    }
    Problem stale =
        Problem.of(
                Problem.Kind.STALE,
                "It is other than you saw it; look at 'present' and decide again")
            .header("ETag", "\"" + EntryTag.of(present) + "\"");
    return (call.mayRead() ? stale.member("present", StandardsNodes.entry(present)) : stale)
        .failure();
  }

  /** Makes wishes come true; returns the action in the history, or null when they were true. */
  @Nullable UUID save(Call call, List<ProgrammeWish> wishes) {
    return switch (standards.save(call.caller(), wishes, call.reason(), call.id())) {
      case SaveResult.Saved(var action, var _) -> action;
      case SaveResult.Conflict(var _, var present) -> throw stale(call, present);
      case SaveResult.Unsound(var findings) -> throw unsound(findings);
      case SaveResult.Refused _ ->
          throw Problem.of(
                  Problem.Kind.FORBIDDEN,
                  "Your roles, or the token's permissions, do not go so far")
              .failure();
    };
  }

  private static ApiFailure unsound(List<Finding> findings) {
    List<Errors.Entry> errors = new ArrayList<>();
    for (Finding finding : findings) {
      String remedy = finding.remedy() == null ? "" : "; " + finding.remedy();
      errors.add(new Errors.InBody("", finding.problem() + remedy));
    }
    return Problem.of(Problem.Kind.INVALID, "The standards would break rules", errors).failure();
  }

  /** The answer with the address of the action. */
  static ApiAnswer told(@Nullable UUID action, ApiAnswer answer) {
    return action == null
        ? answer
        : answer.header(CHANGE, Call.ROOT + "/actions/" + Objects.requireNonNull(action));
  }
}
