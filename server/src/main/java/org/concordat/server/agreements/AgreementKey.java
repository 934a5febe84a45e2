package org.concordat.server.agreements;

import org.concordat.core.alignment.Identifier;

/**
 * Names one way of an agreement from a draft to its end.
 *
 * @param id the agreement's id, the same for its renewals
 * @param since the version that this way began with
 */
public record AgreementKey(String id, int since) {
  public AgreementKey {
    Identifier.check(id, "agreement");
  }

  /** The address of its page. */
  public String path() {
    return "/agreements/" + id + "/" + since;
  }
}
