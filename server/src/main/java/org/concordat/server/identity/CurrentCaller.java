package org.concordat.server.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the present request. */
public final class CurrentCaller {
  /** The caller, or empty when nobody is signed in. */
  public Optional<Caller> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }
}
