package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.steps.Step;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The seven steps of each unit, from its business vision to its agreement. */
@Controller
class StepsController {
  private final SecurityProcess process;
  private final AgreementViews views;

  StepsController(SecurityProcess process, AgreementViews views) {
    this.process = process;
    this.views = views;
  }

  @GetMapping("/steps")
  @Needs(Permission.READ_MODEL)
  StepsPage list(Caller caller) {
    return new StepsPage(List.copyOf(process.all(caller.tenant()).values()));
  }

  @GetMapping("/steps/{unit}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String unit) {
    return process
        .of(caller.tenant(), unit)
        .<Answer>map(found -> UnitStepsPage.of(found, caller, views.labels(caller.tenant())))
        .orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
  }

  /** Whose step it is, the process decides; whoever is of neither side completes none. */
  @PostMapping("/steps/{unit}/{step}")
  @Needs(Permission.NEGOTIATE)
  Answer complete(
      Caller caller,
      @PathVariable String unit,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Optional<Step> asked = Words.find(Step.class, step);
    if (asked.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    if (SecurityProcess.side(caller, unit, asked.get()).isEmpty()) {
      return new ErrorPage(403, "forbidden", List.of());
    }
    boolean done =
        process.complete(caller, unit, asked.get(), reason, SurroundingsFactory.requestId(request));
    return Redirect.to("/steps/" + unit)
        .saying(done ? "agreements.step.completed" : "agreements.step.notYet");
  }
}
