package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.Crosswalk;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows where published mappings cannot all be true. */
@Controller
class ContradictionsController {
  private final Standards standards;

  ContradictionsController(Standards standards) {
    this.standards = standards;
  }

  @GetMapping("/contradictions")
  @Needs(Permission.READ_MODEL)
  ContradictionsPage show(Caller caller) {
    StandardsState now = standards.of(caller.tenant());
    List<Crosswalk> crosswalks = now.library().crosswalks();
    return new ContradictionsPage(
        now.inference().contradictions().stream()
            .map(each -> MappingView.Clash.of(each, now))
            .toList(),
        now.findings(),
        crosswalks.size(),
        crosswalks.stream().mapToInt(each -> each.mappings().size()).sum());
  }
}
