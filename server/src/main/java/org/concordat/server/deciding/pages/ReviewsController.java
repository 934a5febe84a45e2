package org.concordat.server.deciding.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.deciding.pages.ReviewTable.Dues;
import org.concordat.server.deciding.pages.ReviewsPage.IncidentRow;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs another look, the register of incidents, and how often to look again. */
@Controller
class ReviewsController {
  private static final String PATH = "/reviews";

  private final Reviews reviews;
  private final Models models;
  private final Edits edits;
  private final TableDesk desk;

  ReviewsController(Reviews reviews, Models models, Edits edits, TableDesk desk) {
    this.reviews = reviews;
    this.models = models;
    this.edits = edits;
    this.desk = desk;
  }

  @GetMapping(PATH)
  @Needs(Permission.READ_MODEL)
  ReviewsPage show(Caller caller, HttpServletRequest request) {
    var opened = desk.open(ReviewTable.TABLE, caller, request);
    List<Due> due = reviews.due(caller.tenant());
    List<Incident> incidents = reviews.incidents(caller.tenant());
    ReviewIntervals intervals = reviews.intervals(caller.tenant());
    return models
        .of(caller.tenant())
        .read(
            model ->
                new ReviewsPage(
                    opened.of(new Dues(model, due)),
                    due.size(),
                    intervals,
                    incidents.stream()
                        .map(incident -> row(new Things(model, List.of()), incident))
                        .toList(),
                    model.factors(),
                    model.scale().names(),
                    reviews.today(),
                    caller.may(Permission.JUDGE),
                    caller.may(Permission.EDIT_MODEL)));
  }

  private static IncidentRow row(Things things, Incident incident) {
    return new IncidentRow(
        incident,
        things.requirement(incident.requirement()),
        incident.harms().stream().map(things::harm).toList());
  }

  @GetMapping({"/reviews.csv", "/reviews.xlsx", "/reviews.json"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(
        ReviewTable.TABLE,
        caller,
        request,
        response,
        new DuesReading(models.of(caller.tenant()), reviews.due(caller.tenant())));
  }

  private record DuesReading(LiveWorkspace live, List<Due> due) implements Reading<Dues> {
    @Override
    public <T> T read(Function<Dues, T> question) {
      return live.read(model -> question.apply(new Dues(model, due)));
    }
  }

  /** The ticked links are still right: they count as judged today. */
  @PostMapping("/reviews/confirm")
  @Needs(Permission.JUDGE)
  Answer confirm(
      Caller caller,
      @RequestParam(name = "ids", defaultValue = "") List<String> ticked,
      HttpServletRequest request) {
    List<Wish> wishes =
        models
            .of(caller.tenant())
            .read(
                model -> {
                  List<Wish> all = new ArrayList<>();
                  for (String each : ticked) {
                    int bar = each.indexOf('|');
                    if (bar > 0) {
                      Impact.Link link =
                          new Impact.Link(each.substring(0, bar), each.substring(bar + 1));
                      reviews.confirmation(caller, link, model).ifPresent(all::add);
                    }
                  }
                  return all;
                });
    if (wishes.isEmpty()) {
      return Redirect.to(PATH).saying("deciding.review.noneTicked");
    }
    Edits.Result result = edits.save(caller, wishes, null, SurroundingsFactory.requestId(request));
    return Redirect.to(PATH)
        .saying(
            result instanceof Edits.Result.Saved
                ? "deciding.review.confirmed"
                : "deciding.notAllowed");
  }

  @PostMapping("/reviews/intervals")
  @Needs(Permission.EDIT_MODEL)
  Answer intervals(
      Caller caller,
      @RequestParam(defaultValue = "") String requirements,
      @RequestParam(defaultValue = "") String factors,
      HttpServletRequest request) {
    try {
      reviews.setIntervals(
          caller,
          SurroundingsFactory.requestId(request),
          new ReviewIntervals(months(requirements), months(factors)));
    } catch (IllegalArgumentException e) {
      return Redirect.to(PATH).saying("deciding.review.wrongInterval", ReviewIntervals.LONGEST);
    }
    return Redirect.to(PATH).saying("deciding.review.intervalsSet");
  }

  private static @Nullable Integer months(String text) {
    return text.isBlank() ? null : Integer.valueOf(text.strip());
  }

  @PostMapping("/reviews/incidents")
  @Needs(Permission.EDIT_MODEL)
  Answer incident(
      Caller caller,
      @RequestParam String asset,
      @RequestParam String property,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
      @RequestParam Incident.Severity severity,
      @RequestParam String what,
      @RequestParam(defaultValue = "") String factor,
      @RequestParam(defaultValue = "") String level,
      HttpServletRequest request) {
    Optional<Requirement> requirement = Requirement.parse(asset.strip() + "/" + property);
    boolean done =
        requirement.isPresent()
            && reviews
                .record(
                    caller,
                    SurroundingsFactory.requestId(request),
                    requirement.get(),
                    on,
                    severity,
                    what,
                    harms(factor, level))
                .isPresent();
    return Redirect.to(PATH)
        .saying(done ? "deciding.review.recorded" : "deciding.review.notRecorded");
  }

  /** Without a factor nobody has told which damage was done. */
  private static List<Incident.Harm> harms(String factor, String level) {
    return factor.isBlank()
        ? List.of()
        : List.of(
            new Incident.Harm(
                factor.strip(),
                Level.of(level.matches("[0-9]{1,3}") ? Integer.parseInt(level) : 1)));
  }
}
