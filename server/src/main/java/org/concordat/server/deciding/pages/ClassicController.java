package org.concordat.server.deciding.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.server.deciding.pages.ClassicTables.Ratings;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.web.table.TableDesk.Opened;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows classic risk levels beside business-driven priorities, and where they disagree. */
@Controller
class ClassicController {
  private final Models models;
  private final TableDesk desk;

  ClassicController(Models models, TableDesk desk) {
    this.models = models;
    this.desk = desk;
  }

  @GetMapping("/classic")
  @Needs(Permission.READ_MODEL)
  ClassicPage byRequirement(Caller caller, HttpServletRequest request) {
    return page(caller, desk.open(ClassicTables.BY_REQUIREMENT, caller, request));
  }

  @GetMapping("/classic/assets")
  @Needs(Permission.READ_MODEL)
  ClassicPage byAsset(Caller caller, HttpServletRequest request) {
    return page(caller, desk.open(ClassicTables.BY_ASSET, caller, request));
  }

  private ClassicPage page(Caller caller, Opened<Ratings, ?> opened) {
    return models
        .of(caller.tenant())
        .read(
            model -> {
              ClassicTable classic = ClassicTable.of(model);
              return new ClassicPage(
                  opened.of(new Ratings(model, classic)),
                  model.scale(),
                  classic.agreement(),
                  Arrays.stream(classic.counts())
                      .map(row -> Arrays.stream(row).boxed().toList())
                      .toList(),
                  classic.rated().size(),
                  classic.withoutBusinessReason().size(),
                  !model.impactsOfFactor(ClassicTable.FACTOR).isEmpty());
            });
  }

  @GetMapping({"/classic.csv", "/classic.xlsx", "/classic.json"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(
        ClassicTables.BY_REQUIREMENT,
        caller,
        request,
        response,
        new RatingsReading(models.of(caller.tenant())));
  }

  @GetMapping({"/classic/assets.csv", "/classic/assets.xlsx", "/classic/assets.json"})
  @Needs(Permission.READ_MODEL)
  void exportAssets(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(
        ClassicTables.BY_ASSET,
        caller,
        request,
        response,
        new RatingsReading(models.of(caller.tenant())));
  }

  /** Reads the ratings each time, as the model may be another by then. */
  private record RatingsReading(LiveWorkspace live) implements Reading<Ratings> {
    @Override
    public <T> T read(Function<Ratings, T> question) {
      return live.read(model -> question.apply(new Ratings(model, ClassicTable.of(model))));
    }
  }
}
