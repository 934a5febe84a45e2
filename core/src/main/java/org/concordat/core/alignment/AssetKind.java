package org.concordat.core.alignment;

/** What an asset is. Processes and services are the assets by which a unit does its business. */
public enum AssetKind {
  INFORMATION,
  TECHNICAL,
  PEOPLE,
  PROCESS,
  SERVICE
}
