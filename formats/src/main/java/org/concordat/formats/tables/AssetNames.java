package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds assets by what a cell calls them: the tool's own identifier, the id or the name. */
final class AssetNames {
  /** What a reference leads to. */
  sealed interface Answer {}

  record One(AssetRow asset) implements Answer {}

  record None(String text) implements Answer {}

  record Several(String text, AssetRow first, AssetRow second) implements Answer {}

  private static final Pattern STRONG = Pattern.compile("[;|\\r\\n]+");
  private static final Pattern COMMA = Pattern.compile(",");

  private final Map<String, AssetRow> byId = new HashMap<>();
  private final Map<String, AssetRow> byName = new HashMap<>();

  /** A second asset of a name that two assets have or more. */
  private final Map<String, AssetRow> second = new HashMap<>();

  /** Adds an asset; returns the one that has its element or id already, and then adds nothing. */
  @Nullable AssetRow add(AssetRow asset) {
    AssetRow same = byId.get(asset.element());
    if (same == null && asset.id() != null) {
      same = byId.get(asset.id());
    }
    if (same != null) {
      return same;
    }
    byId.put(asset.element(), asset);
    if (asset.id() != null) {
      byId.put(asset.id(), asset);
    }
    String name = TextKey.spoken(asset.name());
    if (byName.putIfAbsent(name, asset) != null) {
      second.putIfAbsent(name, asset);
    }
    return null;
  }

  /**
   * The assets that a cell refers to. Without a stated separator the cell as a whole is tried
   * first, then its parts between line breaks, semicolons and bars, then between commas: so a name
   * may hold a comma.
   */
  List<Answer> find(String cell, @Nullable String separator) {
    if (separator != null) {
      return parts(cell, Pattern.compile(separator, Pattern.LITERAL)).stream()
          .map(this::findOne)
          .toList();
    }
    Answer whole = findOne(cell);
    if (!(whole instanceof None)) {
      return List.of(whole);
    }
    List<Answer> answers = new ArrayList<>();
    for (String part : parts(cell, STRONG)) {
      Answer answer = findOne(part);
      if (answer instanceof None && part.indexOf(',') >= 0) {
        parts(part, COMMA).forEach(p -> answers.add(findOne(p)));
      } else {
        answers.add(answer);
      }
    }
    return answers;
  }

  Answer findOne(String text) {
    AssetRow known = byId.get(text);
    if (known != null) {
      return new One(known);
    }
    String name = TextKey.spoken(text);
    AssetRow named = byName.get(name);
    if (named == null) {
      return new None(text);
    }
    AssetRow other = second.get(name);
    return other == null ? new One(named) : new Several(text, named, other);
  }

  private static List<String> parts(String cell, Pattern separator) {
    return separator.splitAsStream(cell).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
