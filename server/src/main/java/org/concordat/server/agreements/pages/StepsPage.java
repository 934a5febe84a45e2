package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.steps.Step;
import org.concordat.core.agreements.steps.StepState;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.web.PageModel;

/** Where every unit stands in its seven steps. */
public record StepsPage(List<SecurityProcess.OfUnit> units) implements PageModel {
  public StepsPage {
    units = List.copyOf(units);
  }

  public Step[] steps() {
    return Step.values();
  }

  /** The word of a state, for texts and colours. */
  public static String word(StepState state) {
    return switch (state) {
      case StepState.Open _ -> "open";
      case StepState.Ready _ -> "ready";
      case StepState.Done _ -> "done";
      case StepState.AnotherLook _ -> "again";
    };
  }

  @Override
  public String template() {
    return "agreements/steps";
  }
}
