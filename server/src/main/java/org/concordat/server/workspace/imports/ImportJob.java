package org.concordat.server.workspace.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.findings.Finding;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.jspecify.annotations.Nullable;

/**
 * An import: one file on its way into an organisation's model; or a large action on its way out.
 *
 * @param name the file's name, or what the action is known by
 * @param bytes the file's size; 0 for an action
 * @param takesBack the action that is taken back, or null for a file
 * @param stage how far it is
 * @param begunAt when it was sent
 * @param changedAt when it last came further
 */
public record ImportJob(
    UUID id,
    String name,
    long bytes,
    @Nullable UUID takesBack,
    Stage stage,
    Instant begunAt,
    Instant changedAt) {

  /** How far an import is. Until it writes it can be cancelled. */
  public sealed interface Stage {
    /** No server has begun with it. */
    record Waiting() implements Stage {}

    /** The file is being read, or what the action changed. */
    record Reading() implements Stage {}

    /** What it says is being compared with the model, or later changes are looked for. */
    record Comparing() implements Stage {}

    /**
     * It waits for somebody to say yes.
     *
     * @param differs whether somebody said yes already, to what is no longer true: the model has
     *     changed since
     */
    record Ready(Preview preview, boolean differs) implements Stage {}

    /** It is being written: so many changes of all; nobody sees any before all are. */
    record Writing(long written, long inAll) implements Stage {}

    /**
     * It is in the model, or the action is out of it.
     *
     * @param change the action's id in the trail, or null when there was nothing to change
     * @param moved how many scores are other than before, or null when that is not known
     */
    record Done(@Nullable UUID change, @Nullable Integer moved) implements Stage {}

    /** Nothing of it is in the model; the findings say why. */
    record Failed(List<Finding> findings) implements Stage {
      public Failed {
        findings = List.copyOf(findings);
      }
    }

    /** Somebody thought better of it; nothing of it is in the model. */
    record Cancelled() implements Stage {}
  }

  /**
   * What an import would do.
   *
   * @param counts how many entries of each kind it does what to; empty for a whole workspace
   * @param samples some of the changes, as sentences
   * @param changes how many changes there are
   * @param unused what of the file means nothing here
   * @param findings what is noteworthy in the file
   * @param fingerprint tells these changes from any others; whoever says yes sends it along
   */
  public record Preview(
      Map<String, Map<Effect, Integer>> counts,
      List<String> samples,
      int changes,
      List<Unused> unused,
      List<Finding> findings,
      String fingerprint) {
    public Preview {
      samples = List.copyOf(samples);
      unused = List.copyOf(unused);
      findings = List.copyOf(findings);
    }

    /** How many entries of a kind it does something to. */
    public int count(String kind, Effect effect) {
      return counts.getOrDefault(kind, Map.of()).getOrDefault(effect, 0);
    }
  }

  /** Whether it goes on by itself, so that looking again is worth the while. */
  public boolean isMoving() {
    return switch (stage) {
      case Stage.Waiting _, Stage.Reading _, Stage.Comparing _, Stage.Writing _ -> true;
      case Stage.Ready _, Stage.Done _, Stage.Failed _, Stage.Cancelled _ -> false;
    };
  }

  /** Whether it can still be cancelled. */
  public boolean isCancellable() {
    return switch (stage) {
      case Stage.Waiting _, Stage.Reading _, Stage.Comparing _, Stage.Ready _ -> true;
      case Stage.Writing _, Stage.Done _, Stage.Failed _, Stage.Cancelled _ -> false;
    };
  }
}
