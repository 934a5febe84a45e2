package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.formats.json.AgreementJson;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.alignment.rounds.Standings.Standing;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The agreement of a closed round as files. Of other rounds there is none. */
@Controller
class AgreementController {
  private final Rounds rounds;
  private final Standings standings;
  private final Models models;
  private final TableDesk desk;

  AgreementController(Rounds rounds, Standings standings, Models models, TableDesk desk) {
    this.rounds = rounds;
    this.standings = standings;
    this.models = models;
    this.desk = desk;
  }

  private Optional<Round> closed(Caller caller, UUID id) {
    return rounds.find(caller.tenant(), id).filter(round -> round.stage().showsAnswers());
  }

  @GetMapping({"/rounds/{id}/agreement.csv", "/rounds/{id}/agreement.xlsx"})
  @Needs(Permission.READ_MODEL)
  void table(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Round> found = closed(caller, id);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Round round = found.get();
    Standing standing = standings.of(caller.tenant(), round);
    var agreed = rounds.agreed(caller.tenant(), id);
    List<LinkView> views =
        models.of(caller.tenant()).read(model -> LinkView.of(round, standing, agreed, model));
    desk.export(
        AgreementTable.TABLE,
        caller,
        request,
        response,
        new Shown(new AgreementTable.Standing(round, views)));
  }

  private record Shown(AgreementTable.Standing standing)
      implements Reading<AgreementTable.Standing> {
    @Override
    public <T> T read(Function<AgreementTable.Standing, T> question) {
      return question.apply(standing);
    }
  }

  /** The same as the command line and the API give. */
  @GetMapping("/rounds/{id}/agreement.json")
  @Needs(Permission.READ_MODEL)
  void json(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    Optional<Round> found = closed(caller, id);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Standing standing = standings.of(caller.tenant(), found.get());
    response.setContentType("application/json");
    response.setHeader("Content-Disposition", "attachment; filename=\"round-agreement.json\"");
    response.setHeader("Cache-Control", "no-store");
    AgreementJson.write(
        standing.agreement(),
        standing.order(),
        standing.consequences(),
        found.get().steps(),
        found.get().isRanking() ? CommonOrder.of(standing.answers()) : null,
        response.getOutputStream());
  }
}
