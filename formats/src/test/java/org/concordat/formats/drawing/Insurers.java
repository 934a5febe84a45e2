package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;

/** Insurers of any size, the same for the same seed. */
final class Insurers {
  private static final List<String> AREAS =
      List.of("Claims", "Policy", "Payment", "Customer", "Underwriting", "Reinsurance", "Agent");
  private static final List<String> BUSINESS =
      List.of("intake", "assessment", "settlement", "renewal", "advice", "complaint handling");
  private static final List<String> DATA =
      List.of("database", "archive", "ledger", "file", "register", "document store");
  private static final List<String> TECHNOLOGY =
      List.of("server", "mainframe partition", "network", "storage array", "portal host");

  private Insurers() {}

  static Workspace small() {
    return of(4, ImpactScale.DEFAULT, 1);
  }

  /** An insurer with so many assets: three units, seven factors, dependencies with cycles. */
  static Workspace of(int assets, ImpactScale scale, long seed) {
    Random random = new Random(seed);
    List<Unit> units =
        List.of(
            new Unit(
                "claims",
                "Claims handling",
                ValueDiscipline.OPERATIONAL_EXCELLENCE,
                List.of(
                    new Goal("fast", "Settle within a day", null),
                    new Goal("cheap", "Lower the cost of a claim", Level.of(1)),
                    new Goal("fair", "Decide alike cases alike", null))),
            new Unit(
                "sales",
                "Sales and customer service",
                ValueDiscipline.CUSTOMER_INTIMACY,
                List.of(
                    new Goal("loyal", "Keep customers for more than ten years", null),
                    new Goal("one-face", "Show customers one face over every channel", null))),
            new Unit(
                "products",
                "Product development",
                ValueDiscipline.PRODUCT_LEADERSHIP,
                List.of(
                    new Goal("first", "Be first with usage-based cover", null),
                    new Goal("licence", "Keep the licence to write new business", Level.of(2)))));
    List<Goal> goals = units.stream().flatMap(u -> u.goals().stream()).toList();
    List<Factor> factors =
        List.of(
            new Factor("productivity", "Loss of productivity", true),
            new Factor("reputation", "Damage to reputation", false),
            new Factor("fine", "Fine or order by the supervisor", false),
            new Factor("fraud", "Fraud by customers or staff", true),
            new Factor("income", "Loss of income", true),
            new Factor("contract", "Breach of contract with a reinsurer", false),
            new Factor("knowledge", "A competitor learns how we price", false));
    List<Impact> impacts = new ArrayList<>();
    for (Factor factor : factors) {
      int first = random.nextInt(goals.size());
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        String goal = goals.get((first + i) % goals.size()).id();
        impacts.add(new Impact.FactorImpact(factor.id(), goal, judgement(random, scale)));
      }
    }
    List<Asset> all = assets(assets, random);
    for (Asset asset : all) {
      for (String property : asset.properties()) {
        int links = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        if (asset.kind() == AssetKind.PROCESS) {
          links++;
        }
        for (int i = 0; i < links; i++) {
          impacts.add(
              new Impact.RequirementImpact(
                  new Requirement(asset.id(), property),
                  factors.get(random.nextInt(factors.size())).id(),
                  judgement(random, scale)));
        }
      }
    }
    return new Workspace(
        new Organisation("mutual", "Mutual Insurance", "insurance"),
        scale,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        units,
        factors,
        all,
        dependencies(all, random, scale),
        impacts,
        List.of());
  }

  private static Judgement judgement(Random random, ImpactScale scale) {
    return Judgement.of(Level.of(1 + random.nextInt(scale.size())));
  }

  private static List<Asset> assets(int count, Random random) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String area = AREAS.get(random.nextInt(AREAS.size()));
      AssetKind kind = List.of(AssetKind.values()).get(random.nextInt(5));
      String what =
          switch (kind) {
            case PROCESS, SERVICE -> pick(BUSINESS, random);
            case PEOPLE -> pick(BUSINESS, random) + " team";
            case INFORMATION -> pick(DATA, random);
            case TECHNICAL -> pick(TECHNOLOGY, random);
          };
      assets.add(
          new Asset(
              "a" + i,
              area + " " + what + (count > 40 ? " " + i : ""),
              kind,
              i % 5 == 4 ? null : List.of("claims", "sales", "products").get(i % 3),
              SecurityProperty.CLASSIC.subList(0, 1 + random.nextInt(3))));
    }
    return assets;
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<Dependency> dependencies(
      List<Asset> assets, Random random, ImpactScale scale) {
    List<Dependency> dependencies = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      if (random.nextInt(8) == 0) {
        continue;
      }
      for (int d = 0; d < 1 + random.nextInt(2); d++) {
        int on = neighbour(assets, i, random);
        if (on != i) {
          Level strength = random.nextBoolean() ? null : Level.of(1 + random.nextInt(scale.size()));
          dependencies.add(
              new Dependency(assets.get(i).id(), assets.get(on).id(), strength, null, null));
        }
      }
    }
    List<String> machines =
        assets.stream().filter(a -> a.kind() == AssetKind.TECHNICAL).map(Asset::id).toList();
    if (machines.size() >= 3) {
      machines
          .subList(0, 3)
          .forEach(
              m -> {
                if (!m.equals(assets.getFirst().id())) {
                  dependencies.add(
                      new Dependency(
                          assets.getFirst().id(), m, null, null, new Redundancy("cluster", 2)));
                }
              });
    }
    return dependencies;
  }

  /** Mostly something lower down near by, sometimes anything, which makes cycles. */
  private static int neighbour(List<Asset> assets, int of, Random random) {
    AssetKind kind = assets.get(of).kind();
    List<Integer> lower =
        IntStream.range(0, assets.size())
            .filter(i -> depth(assets.get(i).kind()) > depth(kind) && Math.abs(i - of) < 25)
            .boxed()
            .toList();
    return lower.isEmpty() || random.nextInt(12) == 0
        ? random.nextInt(assets.size())
        : lower.get(random.nextInt(lower.size()));
  }

  private static int depth(AssetKind kind) {
    return switch (kind) {
      case PROCESS -> 0;
      case PEOPLE, SERVICE -> 1;
      case INFORMATION -> 2;
      case TECHNICAL -> 3;
    };
  }

  static ImpactScale scale(int levels) {
    return switch (levels) {
      case 2 -> new ImpactScale(List.of("bearable", "unbearable"));
      case 3 -> ImpactScale.DEFAULT;
      case 5 -> new ImpactScale(List.of("trivial", "minor", "moderate", "major", "catastrophic"));
      default ->
          new ImpactScale(IntStream.rangeClosed(1, levels).mapToObj(i -> "level " + i).toList());
    };
  }
}
