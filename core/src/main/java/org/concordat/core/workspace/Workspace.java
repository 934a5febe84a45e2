package org.concordat.core.workspace;

import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;

/**
 * An organisation's whole model as one value. Lists keep the order in which they were written.
 *
 * <p>A workspace may hold mistakes (a dangling reference, an id that stands twice): {@link
 * WorkspaceRules} finds them. The engines take only a workspace without errors.
 *
 * @param properties the security properties that the organisation adds to the known ones
 * @param origins where imported entries came from
 */
public record Workspace(
    Organisation organisation,
    ImpactScale scale,
    Combination combination,
    Inheritance inheritance,
    List<PropertyDefinition> properties,
    List<Unit> units,
    List<Factor> factors,
    List<Asset> assets,
    List<Dependency> dependencies,
    List<Impact> impacts,
    List<Origin> origins) {
  public Workspace {
    properties = List.copyOf(properties);
    units = List.copyOf(units);
    factors = List.copyOf(factors);
    assets = List.copyOf(assets);
    dependencies = List.copyOf(dependencies);
    impacts = List.copyOf(impacts);
    origins = List.copyOf(origins);
  }

  /** A workspace with the default scale and combination and nothing in it. */
  public static Workspace empty(Organisation organisation) {
    return new Workspace(
        organisation,
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
