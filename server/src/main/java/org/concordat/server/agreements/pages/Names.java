package org.concordat.server.agreements.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.concordat.server.identity.accounts.Accounts;

/** What the people of an organisation are called, by the ids of their accounts. */
public final class Names {
  private final Map<String, String> names = new HashMap<>();

  private Names() {}

  static Names none() {
    return new Names();
  }

  static Names of(Accounts accounts, UUID tenant) {
    Names names = new Names();
    accounts.all(tenant).forEach(each -> names.names.put(each.id().toString(), each.name()));
    return names;
  }

  /** The name of a person; what stands there when the account is gone. */
  public String of(String person) {
    return names.getOrDefault(person, person);
  }
}
