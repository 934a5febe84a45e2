package org.concordat.formats.oscal;

import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.AssetKind;

/**
 * What a component's type means. The types are those of OSCAL 1.2 and those that FedRAMP adds; a
 * type is an open list, so others may come.
 */
final class ComponentKind {
  private static final Map<String, AssetKind> KINDS =
      Map.ofEntries(
          Map.entry("this-system", AssetKind.SERVICE),
          Map.entry("system", AssetKind.SERVICE),
          Map.entry("leveraged-system", AssetKind.SERVICE),
          Map.entry("service", AssetKind.SERVICE),
          Map.entry("software", AssetKind.TECHNICAL),
          Map.entry("hardware", AssetKind.TECHNICAL),
          Map.entry("interconnection", AssetKind.TECHNICAL),
          Map.entry("network", AssetKind.TECHNICAL),
          Map.entry("physical", AssetKind.TECHNICAL),
          Map.entry("region", AssetKind.TECHNICAL),
          Map.entry("process-procedure", AssetKind.PROCESS),
          Map.entry("process", AssetKind.PROCESS),
          Map.entry("procedure", AssetKind.PROCESS));

  private static final String DIRECTS =
      "it directs how the system is run; the system does not run on it";

  private static final Map<String, String> NOT_ASSETS =
      Map.of(
          "policy", DIRECTS,
          "plan", DIRECTS,
          "guidance", DIRECTS,
          "standard", DIRECTS,
          "validation", "it is a certificate of another component");

  private ComponentKind() {}

  /** The kind of asset, or empty when the type is not known. */
  static Optional<AssetKind> of(String type) {
    return Optional.ofNullable(KINDS.get(type));
  }

  /** Why components of the type are no assets, or empty when they are. */
  static Optional<String> whyNot(String type) {
    return Optional.ofNullable(NOT_ASSETS.get(type));
  }
}
