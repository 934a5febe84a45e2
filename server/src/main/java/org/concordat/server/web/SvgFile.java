package org.concordat.server.web;

import java.nio.charset.StandardCharsets;
import org.concordat.server.web.api.Media;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture as a file of its own. */
public final class SvgFile {
  /** A picture brings its own style sheet, and may load nothing. */
  public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private SvgFile() {}

  /** The answer that is a picture. */
  public static ResponseEntity<byte[]> of(String picture) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(Media.SVG))
        .header("Content-Security-Policy", POLICY)
        .body(picture.getBytes(StandardCharsets.UTF_8));
  }
}
