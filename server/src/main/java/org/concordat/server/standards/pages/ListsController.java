package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Catalogues, controls with their coverage, and mappings as tables that can be taken away. */
@Controller
class ListsController {
  private final Standards standards;
  private final Models models;
  private final TableDesk desk;

  ListsController(Standards standards, Models models, TableDesk desk) {
    this.standards = standards;
    this.models = models;
    this.desk = desk;
  }

  @GetMapping("/catalogues")
  @Needs(Permission.READ_MODEL)
  ListPage catalogues(Caller caller, HttpServletRequest request) {
    return new ListPage(
        desk.open(CataloguesTable.TABLE, caller, request).of(catalogues(caller)),
        "standards.catalogues.table.lead");
  }

  @GetMapping({"/catalogues.csv", "/catalogues.xlsx"})
  @Needs(Permission.READ_MODEL)
  void exportCatalogues(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(CataloguesTable.TABLE, caller, request, response, Reading.of(catalogues(caller)));
  }

  private CataloguesTable.Model catalogues(Caller caller) {
    return new CataloguesTable.Model(standards.of(caller.tenant()), standards.shelf());
  }

  @GetMapping("/controls")
  @Needs(Permission.READ_MODEL)
  ListPage controls(Caller caller, HttpServletRequest request) {
    var opened = desk.open(ControlsTable.TABLE, caller, request);
    return controls(caller)
        .read(model -> new ListPage(opened.of(model), "standards.controls.lead"));
  }

  @GetMapping({"/controls.csv", "/controls.xlsx"})
  @Needs(Permission.READ_MODEL)
  void exportControls(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(ControlsTable.TABLE, caller, request, response, controls(caller));
  }

  private Reading<ControlsTable.Model> controls(Caller caller) {
    StandardsState now = standards.of(caller.tenant());
    // Reasoned before the model is held: a first time may take a second, and changes would wait.
    now.purposes();
    return new Reading<>() {
      @Override
      public <T> T read(Function<ControlsTable.Model, T> question) {
        return models
            .of(caller.tenant())
            .read(model -> question.apply(new ControlsTable.Model(now, model)));
      }
    };
  }

  @GetMapping("/mappings")
  @Needs(Permission.READ_MODEL)
  ListPage mappings(Caller caller, HttpServletRequest request) {
    return new ListPage(
        desk.open(MappingsTable.TABLE, caller, request).of(standards.of(caller.tenant())),
        "standards.mappings.lead");
  }

  @GetMapping({"/mappings.csv", "/mappings.xlsx"})
  @Needs(Permission.READ_MODEL)
  void exportMappings(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(
        MappingsTable.TABLE, caller, request, response, Reading.of(standards.of(caller.tenant())));
  }
}
