package org.concordat.cli.attacks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which countermeasures are on. */
final class DefenceOption {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--on",
      split = ",",
      paramLabel = "ID",
      description =
          "The countermeasures that are on, separated by commas; 'none' is none. Default: those"
              + " that the tree says are in place.")
  private @Nullable List<String> on;

  Set<String> of(AttackTree tree) {
    if (on == null) {
      return tree.inPlace();
    }
    Set<String> wanted = new LinkedHashSet<>(on);
    wanted.remove("none");
    List<String> known = tree.countermeasures().stream().map(TreeNode.Countermeasure::id).toList();
    for (String id : wanted) {
      if (!known.contains(id)) {
        String near = NearestName.among(known).remedyFor(id);
        throw new ParameterException(
            spec.commandLine(),
            "there is no countermeasure '%s'; %s"
                .formatted(id, near == null ? "known are " + String.join(", ", known) : near));
      }
    }
    return wanted;
  }
}
