package org.concordat.server.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.start.Assurances.Known;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether what is needed is secured, requirement by requirement. */
@Controller
class SecuredController {
  private final Models models;
  private final Assurances assurances;
  private final TableDesk desk;

  SecuredController(Models models, Assurances assurances, TableDesk desk) {
    this.models = models;
    this.assurances = assurances;
    this.desk = desk;
  }

  @GetMapping("/secured")
  @Needs(Permission.READ_MODEL)
  SecuredPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(SecuredTable.TABLE, caller, request);
    Known known = assurances.of(caller.tenant());
    return models
        .of(caller.tenant())
        .read(
            model -> {
              Secured secured = new Secured(model, known);
              return new SecuredPage(opened.of(secured), secured.needed());
            });
  }

  @GetMapping({"/secured.csv", "/secured.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Known known = assurances.of(caller.tenant());
    desk.export(
        SecuredTable.TABLE,
        caller,
        request,
        response,
        new Reading<>() {
          @Override
          public <T> T read(Function<Secured, T> question) {
            return models
                .of(caller.tenant())
                .read(model -> question.apply(new Secured(model, known)));
          }
        });
  }
}
