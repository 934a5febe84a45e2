package org.concordat.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reader on (303), usually after a form was taken.
 *
 * @param path where to, within this server
 * @param saying what to tell there, or null
 */
public record Redirect(String path, @Nullable Saying saying) implements Answer {
  public Redirect {
    if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
      throw new IllegalArgumentException("'" + path + "' is no path of this server");
    }
  }

  /**
   * What to tell.
   *
   * @param key the text's key
   * @param values what fills its places
   * @param link where more is to see, or null
   * @param linkKey the key of the link's words, or null
   */
  public record Saying(
      String key, List<Object> values, @Nullable String link, @Nullable String linkKey) {
    public Saying {
      values = List.copyOf(values);
    }
  }

  public static Redirect to(String path) {
    return new Redirect(path, null);
  }

  /** The same, telling something there. */
  public Redirect saying(String key, Object... values) {
    return new Redirect(path, new Saying(key, List.of(values), null, null));
  }

  /** The same, with a link to more. */
  public Redirect linking(String link, String linkKey) {
    if (saying == null) {
      throw new IllegalStateException("a link needs something said before it");
    }
    return new Redirect(path, new Saying(saying.key(), saying.values(), link, linkKey));
  }
}
