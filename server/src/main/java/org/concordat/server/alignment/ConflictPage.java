package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else has changed what the reader was changing; shows both versions.
 *
 * @param action where the reader's own form went
 * @param fields the form once more, as decided on what is there now
 * @param differences field by field
 * @param gone whether the others have removed it
 */
public record ConflictPage(
    String action, Map<String, List<String>> fields, List<Difference> differences, boolean gone)
    implements PageModel {
  public ConflictPage {
    differences = List.copyOf(differences);
  }

  /** A field in both versions. */
  public record Difference(String field, String yours, String theirs, boolean differs) {}

  /**
   * The conflict between what a form asks for and what is there.
   *
   * @param wanted what the entry shall be, or null when it shall go
   * @param present what it is now, or null for nothing
   * @param tagField the form's field that has the tag
   */
  public static ConflictPage of(
      HttpServletRequest request,
      @Nullable Object wanted,
      @Nullable Object present,
      String tagField) {
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
        request.getRequestURI(), fields, differences(wanted, present), present == null);
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
  private static Map<String, String> fields(@Nullable Object entry) {
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

  @Override
  public String template() {
    return "alignment/conflict";
  }

  @Override
  public int status() {
    return 409;
  }
}
