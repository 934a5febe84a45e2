package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what forms ask for and says what came of it, the same way on every page. */
@Component
class Saving {
  /** The key of the text that says that nothing was different. */
  static final String SAME = "alignment.cell.same";

  private final Edits edits;

  Saving(Edits edits) {
    this.edits = edits;
  }

  /**
   * Saves wishes.
   *
   * @param back where to go on
   * @param done the key of the text that says what was done
   */
  Answer save(
      Caller caller, HttpServletRequest request, List<Wish> wishes, String back, String done) {
    return save(caller, request, wishes, back, done, "tag");
  }

  /** The same, where the form has the tag under another name. */
  Answer save(
      Caller caller,
      HttpServletRequest request,
      List<Wish> wishes,
      String back,
      String done,
      String tagField) {
    @Nullable String reason = request.getParameter("reason");
    Edits.Result result =
        edits.save(caller, wishes, reason, SurroundingsFactory.requestId(request));
    return switch (result) {
      case Edits.Result.Saved(var outcome) ->
          outcome == null
              ? Redirect.to(back).saying("alignment.unchanged")
              : saved(outcome, back, done);
      case Edits.Result.Conflict(var wish, var present) ->
          conflict(request, wish, present, tagField);
      case Edits.Result.Rejected(ChangeOutcome.Unsound(var findings)) ->
          new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
      case Edits.Result.Rejected _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }

  /**
   * What came of a small change that is told in place.
   *
   * @param key the key of the text that tells it; its value is how many scores moved
   * @param action the action's id in the trail, or null when nothing was done
   * @param moved the scores that moved
   */
  record Small(String key, @Nullable UUID action, List<Priorities.Moved> moved) {
    Small {
      moved = List.copyOf(moved);
    }
  }

  /** Saves a wish whose outcome is told where it was made. */
  Small saveSmall(Caller caller, HttpServletRequest request, Wish wish) {
    Edits.Result result =
        edits.save(caller, List.of(wish), null, SurroundingsFactory.requestId(request));
    return switch (result) {
      case Edits.Result.Saved(var outcome) ->
          outcome == null
              ? new Small(SAME, null, List.of())
              : new Small("alignment.cell.saved", outcome.change(), outcome.applied().moved());
      case Edits.Result.Conflict _ -> new Small("alignment.cell.conflict", null, List.of());
      case Edits.Result.Rejected(ChangeOutcome.Refused _) ->
          new Small("alignment.cell.refused", null, List.of());
      case Edits.Result.Rejected _ -> new Small("alignment.cell.unsound", null, List.of());
    };
  }

  static Redirect saved(ChangeOutcome.Done outcome, String back, String done) {
    int moved = outcome.applied().moved().size();
    Redirect redirect = Redirect.to(back);
    return moved == 0
        ? redirect.saying(done + ".still")
        : redirect
            .saying(done, moved)
            .linking("/history/" + outcome.change(), "alignment.whatMoved");
  }

  private static ConflictPage conflict(
      HttpServletRequest request, Wish wish, @Nullable Object present, String tagField) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("_csrf") && !name.equals(tagField)) {
                fields.put(name, List.of(values));
              }
            });
    fields.put(tagField, List.of(EntryTag.of(present)));
    return new ConflictPage(
        request.getRequestURI(), fields, differences(wish.wanted(), present), present == null);
  }

  private static List<ConflictPage.Difference> differences(
      @Nullable Object wanted, @Nullable Object present) {
    Map<String, String> mine = fields(wanted);
    Map<String, String> theirs = fields(present);
    List<ConflictPage.Difference> differences = new ArrayList<>();
    Map<String, String> all = new LinkedHashMap<>(mine);
    all.putAll(theirs);
    for (String name : all.keySet()) {
      String yours = mine.getOrDefault(name, "");
      String other = theirs.getOrDefault(name, "");
      differences.add(
          new ConflictPage.Difference(name, yours, other, !Objects.equals(yours, other)));
    }
    return differences;
  }

  /** The fields of an entry as texts; those of records within it as well. */
  static Map<String, String> fields(@Nullable Object entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (entry instanceof Record) {
      for (RecordComponent component : entry.getClass().getRecordComponents()) {
        Object value = value(entry, component);
        if (value instanceof Record inner
            && inner.getClass().getPackage() != null
            && inner.getClass().getPackage() != Workspace.class.getPackage()
            && inner.getClass().getRecordComponents().length > 1) {
          fields.putAll(fields(inner));
        } else if (value != null) {
          fields.put(component.getName(), text(value));
        }
      }
    } else if (entry != null) {
      fields.put("entry", String.valueOf(entry));
    }
    return fields;
  }

  private static String text(Object value) {
    return switch (value) {
      case Level level -> String.valueOf(level.number());
      case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
      default -> String.valueOf(value);
    };
  }

  private static @Nullable Object value(Object entry, RecordComponent component) {
    try {
      return component.getAccessor().invoke(entry);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
