package org.concordat.core.agreements;

import java.util.List;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;

/**
 * One step of a security service, such as basic, raised or high.
 *
 * @param protection up to which need it protects: the agreed level of whoever takes it
 * @param targets what it promises
 */
public record ServiceLevel(
    String id, String name, Level protection, Price price, List<TargetTerms> targets) {
  public ServiceLevel {
    Identifier.check(id, "service level");
    Texts.line(name, "the name of a service level");
    targets = List.copyOf(targets);
  }
}
