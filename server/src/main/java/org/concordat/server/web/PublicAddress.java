package org.concordat.server.web;

import java.net.URI;
import org.springframework.core.env.Environment;

/**
 * Where people reach the server: the address that it was told, or its own port on this machine when
 * it was told none. Never what a request says of itself.
 */
public final class PublicAddress {
  private final Environment environment;

  PublicAddress(Environment environment) {
    this.environment = environment;
  }

  /** Scheme, host and port, without a path. */
  public URI origin() {
    String told = environment.getProperty("concordat.address", "");
    if (told.isBlank()) {
      return URI.create("http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }
    URI address = URI.create(told.strip());
    return URI.create(
        address.getScheme()
            + "://"
            + address.getHost()
            + (address.getPort() < 0 ? "" : ":" + address.getPort()));
  }

  /** The name of the host. */
  public String host() {
    return origin().getHost();
  }

  /** Whether browsers come by https. */
  public boolean secure() {
    return "https".equals(origin().getScheme());
  }

  /** The whole address of a path of this server. */
  public String of(String path) {
    return origin() + path;
  }
}
