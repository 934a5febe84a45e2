package org.concordat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.AlphaInterval;
import org.concordat.core.alignment.rounds.Concordance;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.PairwiseConcordance;
import org.concordat.core.alignment.rounds.RoundAgreement;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.alignment.rounds.Trust;
import org.jspecify.annotations.Nullable;

/** The agreement of judges in words. */
final class AgreementWords {
  private AgreementWords() {}

  /** Tells what holds of the whole round. */
  static void tell(
      RoundAgreement agreement,
      RoundAnswers answers,
      Steps steps,
      boolean weighed,
      Terminal terminal) {
    terminal.paragraph(
        0,
        String.format(
            Locale.ROOT,
            "%s by %s about %s.",
            counted(agreement.answers(), "answer"),
            counted(answers.judges().size(), "judge"),
            counted(answers.links().size(), "link")));
    // Alpha asks for the same answers; of orders, what counts is whether they go the same way.
    if (steps instanceof Steps.Levels) {
      terminal.paragraph(0, alpha(agreement));
    }
    agreement.concordance().ifPresent(w -> terminal.paragraph(0, order(w)));
    agreement.pairwise().ifPresent(w -> terminal.paragraph(0, pairwise(w)));
    if (weighed) {
      terminal.paragraph(
          0, "Medians are weighed by the judges' training; alpha and W count heads.");
    }
  }

  private static String alpha(RoundAgreement agreement) {
    if (agreement.alpha().isEmpty()) {
      return agreement.unanimous()
          ? "All answers that can be compared are the same: alpha has no meaning, for nothing shows"
              + " whether the judges can tell things apart."
          : "No link was answered by two people: there is nothing to compare.";
    }
    String interval =
        agreement
            .interval()
            .map(
                (AlphaInterval i) ->
                    String.format(
                        Locale.ROOT,
                        " (%.0f %%: %.2f to %.2f)",
                        i.confidence() * 100,
                        i.low(),
                        i.high()))
            .orElse("");
    double alpha = agreement.alpha().getAsDouble();
    String meaning =
        switch (Trust.of(alpha)) {
          case RELIABLE -> "the judges see the same; rely on the answers";
          case TENTATIVE -> "good for first conclusions only";
          case NONE ->
              "the judges do not see the same; speak before anything follows from the answers";
        };
    return String.format(
        Locale.ROOT, "Krippendorff's alpha is %.2f%s: %s.", alpha, interval, meaning);
  }

  private static String order(Concordance w) {
    return String.format(
        Locale.ROOT,
        "Kendall's W is %.2f over %s that all %d judged: how far they put them in one order"
            + " (chi-square %.2f, %d degrees of freedom, p %s).",
        w.w(),
        counted(w.items(), "link"),
        w.judges(),
        w.chiSquare(),
        w.degrees(),
        w.probability() < 0.0001
            ? "< 0.0001"
            : String.format(Locale.ROOT, "= %.4f", w.probability()));
  }

  private static String pairwise(PairwiseConcordance w) {
    return String.format(
        Locale.ROOT,
        "Over all answers, two judges at a time, W is %.2f (%s, mean rank correlation %.2f).",
        w.w(),
        counted(w.pairs(), "pair"),
        w.meanRho());
  }

  /** The answers to a link: {@code 2 × critical, 1 × none, 1 don't know}. */
  static String answers(LinkAgreement link, Steps steps) {
    List<String> words = new ArrayList<>();
    for (int step = link.counts().size() - 1; step >= 0; step--) {
      if (link.counts().get(step) > 0) {
        words.add(link.counts().get(step) + " × " + word(step, steps));
      }
    }
    if (link.unknown() > 0) {
      words.add(link.unknown() + " don't know");
    }
    return words.isEmpty() ? "no answer" : String.join(", ", words);
  }

  /** What lies between the lowest and the highest answer. */
  static String consequence(
      LinkAgreement link,
      @Nullable Consequence consequence,
      ImpactScale scale,
      @Nullable Names names) {
    if (consequence == null) {
      return link.isDivided() ? "–" : "";
    }
    Consequence.Furthest furthest = consequence.furthest();
    if (furthest == null) {
      return "nothing";
    }
    String most =
        names == null ? furthest.requirement().id() : names.requirement(furthest.requirement());
    String how =
        furthest.lowLevel() != furthest.highLevel()
            ? step(furthest.lowLevel(), scale) + " or " + step(furthest.highLevel(), scale)
            : "rank " + furthest.lowRank() + " or " + furthest.highRank();
    return String.format(
        Locale.ROOT,
        "%s, %d of them by level; most: %s is %s",
        counted(consequence.moved(), "requirement"),
        consequence.levels(),
        most,
        how);
  }

  /** A step as people are told of it. */
  private static String word(int step, Steps steps) {
    return switch (steps) {
      case Steps.Levels _ -> steps.name(step);
      case Steps.Places _ -> "place " + step;
    };
  }

  static String step(int step, ImpactScale scale) {
    return step == 0 ? ImpactScale.NONE : scale.names().get(step - 1);
  }

  private static String counted(int count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
  }
}
