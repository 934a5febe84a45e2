package org.concordat.server.alignment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.Models;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of the command line, in the page: impact diagram, dependency map, heat map. */
@Controller
class PicturesController {
  private final Models models;
  private final Drawings drawings;

  PicturesController(Models models, Drawings drawings) {
    this.models = models;
    this.drawings = drawings;
  }

  @GetMapping("/pictures/{picture}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String picture) {
    Optional<Picture> known = Picture.of(picture);
    if (known.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    LiveWorkspace live = models.of(caller.tenant());
    boolean empty = live.read(model -> model.top(1, 0).stream().allMatch(p -> p.score() <= 0));
    return new PicturePage(known.get(), empty);
  }

  @GetMapping("/pictures/{picture}.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> file(Caller caller, @PathVariable String picture) {
    Optional<Picture> known = Picture.of(picture);
    if (known.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String svg = drawings.draw(caller.tenant(), known.get());
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        // A picture brings its own style sheet, and may load nothing.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }
}
