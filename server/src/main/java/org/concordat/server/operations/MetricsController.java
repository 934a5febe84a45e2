package org.concordat.server.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.concordat.server.identity.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The metrics of this server, for Prometheus and what understands its format. */
@Controller
class MetricsController {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";
  private static final String BEARER = "Bearer ";

  private final PrometheusMeterRegistry registry;
  private final MetricsToken token;

  MetricsController(PrometheusMeterRegistry registry, MetricsToken token) {
    this.registry = registry;
    this.token = token;
  }

  @GetMapping("/metrics")
  @OpenToAll(because = "it asks for the token in the server's data directory")
  ResponseEntity<String> metrics(
      @RequestHeader(required = false) @Nullable String authorization,
      @RequestHeader(defaultValue = "") String accept) {
    boolean proven =
        Optional.ofNullable(authorization)
            .filter(header -> header.startsWith(BEARER))
            .filter(header -> token.is(header.substring(BEARER.length()).strip()))
            .isPresent();
    if (!proven) {
      return ResponseEntity.status(401).header("WWW-Authenticate", "Bearer").build();
    }
    String type =
        accept.contains(OPEN_METRICS) ? OPEN_METRICS + ";version=1.0.0;charset=utf-8" : TEXT;
    return ResponseEntity.ok()
        .header("Content-Type", type)
        .header("Cache-Control", "no-store")
        .body(registry.scrape(type));
  }
}
