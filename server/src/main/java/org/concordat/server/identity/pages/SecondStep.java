package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.identity.signin.HalfSignedIn;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Redirect;
import org.springframework.stereotype.Component;

/** What follows when a password was right. */
@Component
final class SecondStep {
  static final String PATH = "/sign-in/second";

  private final SecondFactors factors;

  SecondStep(SecondFactors factors) {
    this.factors = factors;
  }

  /**
   * Signs somebody in, or asks for the second factor first when they have one.
   *
   * @param then where they want to go, a path of this server
   */
  Redirect orIn(HttpServletRequest request, UUID tenant, UUID account, String then) {
    if (factors.of(tenant, account).any()) {
      HalfSignedIn.begin(request, tenant, account, then);
      return Redirect.to(PATH);
    }
    SignedIn.begin(request, tenant, account);
    return Redirect.to(then);
  }
}
