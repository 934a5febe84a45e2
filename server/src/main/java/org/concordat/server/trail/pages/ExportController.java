package org.concordat.server.trail.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.trail.sealing.TrailExports;
import org.concordat.server.trail.sealing.TrailSealer;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out the trail, and the key to check it with. */
@Controller
class ExportController {
  private static final int BUFFER = 64 * 1024;

  private final TrailExports exports;
  private final TrailSealer sealer;

  ExportController(TrailExports exports, TrailSealer sealer) {
    this.exports = exports;
    this.sealer = sealer;
  }

  @GetMapping("/trail/export")
  @Needs(Permission.READ_TRAIL)
  void export(Caller caller, HttpServletResponse response) throws IOException {
    LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    attach(response, "application/x-ndjson", "trail-" + day + ".ndjson");
    exports.write(caller.tenant(), new BufferedOutputStream(response.getOutputStream(), BUFFER));
  }

  @GetMapping("/trail/key")
  @Needs(Permission.READ_TRAIL)
  void key(HttpServletResponse response) throws IOException {
    attach(response, "application/x-pem-file", "seal.pub");
    response.getWriter().write(sealer.publicKey().pem());
  }

  private static void attach(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader("Cache-Control", "no-store");
  }
}
