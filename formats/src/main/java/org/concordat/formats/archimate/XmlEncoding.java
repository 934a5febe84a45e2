package org.concordat.formats.archimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML file by its byte order mark or its declaration, else as UTF-8 (XML 1.0, appendix
 * F). The JDK's parser could do that itself, but prints to standard error when a byte is wrong.
 */
final class XmlEncoding {
  private static final int LOOK_AHEAD = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private XmlEncoding() {}

  /**
   * The text of the file; a byte that the encoding does not know is a {@link
   * java.nio.charset.CharacterCodingException}.
   */
  static Reader decode(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, LOOK_AHEAD);
    byte[] start = bytes.readNBytes(LOOK_AHEAD);
    boolean marked = startsWith(start, 0xEF, 0xBB, 0xBF);
    int from = marked ? 3 : 0;
    bytes.unread(start, from, start.length - from);
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset(start, marked)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static Charset charset(byte[] start, boolean marked) throws IOException {
    if (marked) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (startsWith(start, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(start, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(declared.group(1));
      if (charset.canEncode()) {
        return charset;
      }
    } catch (IllegalArgumentException unknown) {
      // Told below, like a charset that only guesses.
    }
    throw new UnsupportedEncodingException(declared.group(1));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
