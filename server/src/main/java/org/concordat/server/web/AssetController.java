package org.concordat.server.web;

import java.time.Duration;
import java.util.Map;
import org.concordat.server.identity.OpenToAll;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves style sheets, scripts and pictures. */
@Controller
class AssetController {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  private final AssetFiles files;

  AssetController(AssetFiles files) {
    this.files = files;
  }

  @GetMapping("/static/{*path}")
  @OpenToAll(because = "the sign-in page needs its style sheet")
  ResponseEntity<byte[]> file(@PathVariable String path) {
    byte[] content = files.at(path.substring(1));
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (content == null || type == null) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .header("Content-Type", type)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(content);
  }
}
