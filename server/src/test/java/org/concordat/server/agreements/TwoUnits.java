package org.concordat.server.agreements;

import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/**
 * Two units of a bank on one system:
 *
 * <pre>
 * mortgages: brokering --+
 *                        +-- core-banking (technical, of nobody) -- data-centre
 * payments:  clearing ---+
 * </pre>
 *
 * Mortgages needs availability at "marginal", payments at "critical".
 */
public final class TwoUnits {
  private static final String TEXT =
      """
      concordat: 1
      organisation: {id: bank-a, name: Bank A}
      units:
        - id: mortgages
          name: Mortgages
          discipline: product-leadership
          goals: [{id: new-products, name: New products first, importance: critical}]
        - id: payments
          name: Payments
          discipline: operational-excellence
          goals: [{id: same-day, name: Every payment on the same day, importance: critical}]
      factors:
        - {id: delay, name: Delay, controllable: true}
        - {id: penalty, name: Penalty of a scheme, controllable: false}
      assets:
        - {id: brokering, name: Brokering, kind: process, unit: mortgages, properties: [availability]}
        - {id: clearing, name: Clearing, kind: process, unit: payments, properties: [availability]}
        - {id: core-banking, name: Core banking, kind: technical, properties: [availability]}
        - {id: data-centre, name: Data centre, kind: technical, properties: [availability]}
      dependencies:
        - {from: brokering, on: core-banking}
        - {from: clearing, on: core-banking}
        - {from: core-banking, on: data-centre}
      impacts:
        - {requirement: brokering/availability, factor: delay, level: marginal}
        - {requirement: clearing/availability, factor: penalty, level: critical}
        - {factor: delay, goal: new-products, level: critical}
        - {factor: penalty, goal: same-day, level: critical}
      """;

  private TwoUnits() {}

  public static Workspace workspace() {
    try {
      return WorkspaceFiles.parse("two-units.yaml", TEXT).workspace();
    } catch (InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }
}
