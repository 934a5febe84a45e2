package org.concordat.server.alignment;

import java.util.Map;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Assets to choose from while somebody types the name of one into any field. */
@Controller
class AssetOptionsController {
  private static final int MOST = 12;

  /** So many characters of what was typed are looked at. */
  private static final int LONGEST = 200;

  private final Models models;

  AssetOptionsController(Models models) {
    this.models = models;
  }

  @GetMapping("/search/assets")
  @Needs(Permission.READ_MODEL)
  AssetOptions assets(Caller caller, @RequestParam Map<String, String> fields) {
    String typed = fields.values().stream().filter(v -> !v.isBlank()).findFirst().orElse("");
    String words = typed.substring(0, Math.min(typed.length(), LONGEST));
    return new AssetOptions(
        models.of(caller.tenant()).read(model -> AssetSearch.matching(words, MOST, model)));
  }
}
