package org.concordat.server.deciding.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.server.deciding.Sensitivities;
import org.concordat.server.deciding.pages.SensitivityTable.Found;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows which single judgement would move the ranking most. */
@Controller
class SensitivityController {
  private final Models models;
  private final Sensitivities sensitivities;
  private final TableDesk desk;

  SensitivityController(Models models, Sensitivities sensitivities, TableDesk desk) {
    this.models = models;
    this.sensitivities = sensitivities;
    this.desk = desk;
  }

  @GetMapping("/sensitivity")
  @Needs(Permission.READ_MODEL)
  SensitivityPage show(Caller caller, HttpServletRequest request) {
    var opened = desk.open(SensitivityTable.TABLE, caller, request);
    LiveWorkspace live = models.of(caller.tenant());
    Sensitivity sensitivity = sensitivities.of(caller.tenant());
    return live.read(
        model ->
            new SensitivityPage(
                opened.of(new Found(model, sensitivity)),
                sensitivity.tried(),
                sensitivity.without()));
  }

  @GetMapping({"/sensitivity.csv", "/sensitivity.xlsx", "/sensitivity.json"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LiveWorkspace live = models.of(caller.tenant());
    Sensitivity sensitivity = sensitivities.of(caller.tenant());
    desk.export(
        SensitivityTable.TABLE, caller, request, response, new FoundReading(live, sensitivity));
  }

  private record FoundReading(LiveWorkspace live, Sensitivity sensitivity)
      implements Reading<Found> {
    @Override
    public <T> T read(Function<Found, T> question) {
      return live.read(model -> question.apply(new Found(model, sensitivity)));
    }
  }
}
