package org.concordat.server.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.concordat.core.digests.Sha256;

/**
 * Where a part of a list ended.
 *
 * <p>As a text it has a check sum over itself and the list, so that one that was changed, or is of
 * another list, is found out. It gives no right to anything: it is a place, and whoever asks sees
 * their own organisation's list.
 *
 * @param place how many rows stood before, 1 or more
 * @param last the key of the last of them
 */
public record Cursor(int place, String last) {
  private static final int SUM = 9;

  /** No list has more rows; whoever makes up a place gets no further. */
  private static final int LAST_PLACE = 1_000_000_000;

  /** As it is sent, for one list. */
  String text(String list) {
    String content = place + " " + last;
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(sum(content, list), SUM + bytes.length);
    System.arraycopy(bytes, 0, all, SUM, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The cursor that a text is.
   *
   * @throws ApiFailure when it is none of this list
   */
  static Cursor parse(String text, String list) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(text);
      if (all.length > SUM) {
        String content = new String(all, SUM, all.length - SUM, StandardCharsets.UTF_8);
        int blank = content.indexOf(' ');
        if (Arrays.equals(sum(content, list), Arrays.copyOf(all, SUM)) && blank > 0) {
          int place = Integer.parseInt(content.substring(0, blank));
          if (place >= 1 && place <= LAST_PLACE) {
            return new Cursor(place, content.substring(blank + 1));
          }
        }
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw wrong();
  }

  /** The failure that a cursor is none of the list. */
  static ApiFailure wrong() {
    return Parameters.wrong(
        "cursor", "is none of this list; take it from 'next' and leave the other parameters alone");
  }

  /**
   * The last key as the number that it is in lists of numbers.
   *
   * @throws ApiFailure when it is none
   */
  public long number() {
    if (!last.matches("[0-9]{1,18}")) {
      throw wrong();
    }
    return Long.parseLong(last);
  }

  private static byte[] sum(String content, String list) {
    return Arrays.copyOf(Sha256.of(list + "\n" + content), SUM);
  }
}
