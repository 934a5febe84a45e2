package org.concordat.server.testing;

import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/**
 * A small insurer.
 *
 * <pre>
 * claims-process -> claims-db        claims-db/availability -critical-> productivity-loss
 * (claims)          (claims)         productivity-loss -critical-> fast-settlement (critical)
 * crm (sales, no impact)             productivity-loss -marginal-> more-sales (marginal)
 * </pre>
 */
public final class Acme {
  private static final String YAML =
      """
      concordat: 1
      organisation: {id: acme, name: Acme Insurance, industry: insurance}
      scale: [negligible, marginal, critical]
      combination: {along: weakest-link, across: maximum}
      units:
        - id: claims
          name: Claims handling
          discipline: operational-excellence
          goals:
            - {id: fast-settlement, name: Settle within a day, importance: critical}
        - id: sales
          name: Sales
          goals:
            - {id: more-sales, name: Sell more, importance: marginal}
      factors:
        - {id: productivity-loss, name: Loss of productivity, controllable: true}
        - {id: reputation-damage, name: Reputation damage}
      assets:
        - {id: claims-process, name: Handle claim, kind: process, unit: claims, properties: [availability]}
        - {id: claims-db, name: Claims database, kind: information, unit: claims,
           properties: [confidentiality, integrity, availability]}
        - {id: crm, name: Customer relations, kind: service, unit: sales, properties: [availability]}
        - {id: server-1, name: Server, kind: technical, properties: [availability]}
      dependencies:
        - {from: claims-process, on: claims-db, carries: {availability: availability}}
      impacts:
        - {requirement: claims-process/availability, factor: productivity-loss, level: critical, by: j.doe,
           on: 2026-03-02, because: Nobody can work}
        - {factor: productivity-loss, goal: fast-settlement, level: critical, by: j.doe, on: 2026-03-02}
        - {factor: productivity-loss, goal: more-sales, level: marginal, by: j.doe, on: 2026-03-02}
      """;

  private Acme() {}

  /** The insurer's model. */
  public static Workspace workspace() {
    try {
      return WorkspaceFiles.parse("acme.yaml", YAML).workspace();
    } catch (InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }
}
