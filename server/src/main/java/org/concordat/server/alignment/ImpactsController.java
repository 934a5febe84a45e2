package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.MatrixPage.Cell;
import org.concordat.server.alignment.MatrixPage.Column;
import org.concordat.server.alignment.MatrixPage.Row;
import org.concordat.server.alignment.NoImpacts.Said;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The impacts as matrices, and the judgements that are given in them. */
@Controller
class ImpactsController {
  /** A field of the form is a link's level or its tag, then its two ends. */
  private static final String LEVEL = "level|";

  private static final String TAG = "tag|";

  /** What a cell is about, in the reader's language; sent back with the cell. */
  private static final String LABEL = "label|";

  private static final char BETWEEN = '|';

  private final Models models;
  private final Saving saving;
  private final Judging judging;
  private final NoImpacts noImpacts;
  private final TableDesk desk;

  ImpactsController(
      Models models, Saving saving, Judging judging, NoImpacts noImpacts, TableDesk desk) {
    this.models = models;
    this.saving = saving;
    this.judging = judging;
    this.noImpacts = noImpacts;
    this.desk = desk;
  }

  @GetMapping("/impacts")
  @Needs(Permission.READ_MODEL)
  Answer requirements(
      Caller caller,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "false") boolean agreed,
      @RequestParam(defaultValue = "1") int page) {
    boolean looksAtAgreed = agreed && mayAgree(caller);
    AssetFilter filter = new AssetFilter("/impacts", q, kind, unit, looksAtAgreed, page);
    return desk.last("impacts", caller, request, filter.parameters())
        .<Answer>map(last -> Redirect.to("/impacts?" + last))
        .orElseGet(
            () -> {
              Said none = noImpacts.all(caller.tenant());
              return models
                  .of(caller.tenant())
                  .read(model -> requirements(caller, filter, none, model));
            });
  }

  private static boolean mayAgree(Caller caller) {
    return caller.may(Permission.EDIT_MODEL) || caller.units().containsKey(Role.UNIT_HEAD);
  }

  private static MatrixPage requirements(
      Caller caller, AssetFilter filter, Said none, Snapshot model) {
    boolean agreed = filter.agreed();
    Page<AssetRow> found = model.assets(filter.query(model, MatrixPage.ASSETS));
    List<Row> rows = new ArrayList<>();
    for (AssetRow row : found.rows()) {
      Asset asset = row.asset();
      for (String property : asset.properties()) {
        Requirement requirement = new Requirement(asset.id(), property);
        rows.add(
            new Row(
                requirement.id(),
                asset.name(),
                property,
                "/priorities/" + requirement.id(),
                model.factors().stream()
                    .map(f -> cell(new Link(requirement.id(), f.id()), caller, agreed, none, model))
                    .toList()));
      }
    }
    return new MatrixPage(
        false,
        filter,
        model.factors().stream().map(MatrixPage::column).toList(),
        rows,
        found.total(),
        model.units(),
        model.scale(),
        agreed,
        mayAgree(caller),
        caller.may(Permission.JUDGE),
        RankedRow.first(MatrixPage.TOP, model));
  }

  static Cell cell(Link link, Caller caller, boolean agreed, Said none, Snapshot model) {
    List<Judgement> judgements = model.judgements(link);
    Impact own = new Wish.OfJudgement(link, caller.name(), agreed, null, "").present(model);
    Level counting = judgements.isEmpty() ? null : Judgement.counting(judgements);
    long levels =
        judgements.stream().filter(j -> !j.agreed()).map(Judgement::level).distinct().count();
    return new Cell(
        link.from(),
        link.to(),
        own == null ? 0 : own.judgement().level().number(),
        LevelView.of(model.scale(), counting),
        levels > 1,
        none.of(link, judgements),
        EntryTag.of(own));
  }

  @GetMapping("/impacts/goals")
  @Needs(Permission.READ_MODEL)
  MatrixPage goals(Caller caller, @RequestParam(defaultValue = "false") boolean agreed) {
    Said none = noImpacts.all(caller.tenant());
    return models
        .of(caller.tenant())
        .read(model -> goals(caller, agreed && mayAgree(caller), none, model));
  }

  private static MatrixPage goals(Caller caller, boolean agreed, Said none, Snapshot model) {
    List<Column> columns =
        model.units().stream()
            .flatMap(
                unit ->
                    unit.goals().stream()
                        .map(goal -> new Column(goal.id(), goal.name(), unit.name())))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (Factor factor : model.factors()) {
      rows.add(
          new Row(
              factor.id(),
              factor.name(),
              null,
              "/factors",
              columns.stream()
                  .map(c -> cell(new Link(factor.id(), c.id()), caller, agreed, none, model))
                  .toList()));
    }
    return new MatrixPage(
        true,
        new AssetFilter("/impacts/goals", "", "", "", agreed, 1),
        columns,
        rows,
        rows.size(),
        model.units(),
        model.scale(),
        agreed,
        mayAgree(caller),
        caller.may(Permission.JUDGE),
        RankedRow.first(MatrixPage.TOP, model));
  }

  /** Saves one cell as soon as it is changed, and answers the cell and what moved. */
  @PostMapping("/impacts/cell")
  @Needs(Permission.JUDGE)
  Answer judgeCell(
      Caller caller,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "false") boolean agreed,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    return Forms.checked(
        "cell",
        () -> {
          Link link = link(fields);
          Optional<Wish> wish =
              models
                  .of(caller.tenant())
                  .read(
                      model ->
                          wish(
                              caller,
                              LEVEL + link.from() + BETWEEN + link.to(),
                              fields.getOrDefault(LEVEL + link.from() + BETWEEN + link.to(), ""),
                              fields,
                              agreed,
                              because,
                              model));
          Saving.Small outcome =
              wish.isEmpty()
                  ? new Saving.Small(Saving.SAME, null, List.of())
                  : saving.saveSmall(caller, request, wish.get());
          Said none = noImpacts.all(caller.tenant());
          return models
              .of(caller.tenant())
              .<Answer>read(
                  model ->
                      CellPage.of(
                          cell(link, caller, agreed, none, model),
                          label(link, fields),
                          outcome,
                          model));
        });
  }

  private static String label(Link link, Map<String, String> fields) {
    return fields.getOrDefault(LABEL + link.from() + BETWEEN + link.to(), link.from());
  }

  /** The link of the one cell that is sent. */
  private static Link link(Map<String, String> fields) {
    for (String name : fields.keySet()) {
      int between = name.indexOf(BETWEEN, TAG.length());
      if (name.startsWith(TAG) && between > 0) {
        return new Link(name.substring(TAG.length(), between), name.substring(between + 1));
      }
    }
    throw new IllegalArgumentException("no cell was sent");
  }

  /** Saves the cells that are other than before; the rest of the form is not looked at. */
  @PostMapping("/impacts")
  @Needs(Permission.JUDGE)
  Answer judge(
      Caller caller,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "false") boolean agreed,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "/impacts") String back,
      HttpServletRequest request) {
    String next = back.startsWith("/impacts") ? back : "/impacts";
    return Forms.checked(
        "cells",
        () -> {
          List<Wish> wishes = new ArrayList<>();
          models
              .of(caller.tenant())
              .read(
                  model -> {
                    fields.forEach(
                        (name, value) ->
                            wish(caller, name, value, fields, agreed, because, model)
                                .ifPresent(wishes::add));
                    return null;
                  });
          if (wishes.isEmpty()) {
            return Redirect.to(next).saying("alignment.unchanged");
          }
          Wish.OfJudgement first = (Wish.OfJudgement) wishes.getFirst();
          return saving.save(
              caller,
              request,
              wishes,
              next,
              "alignment.saved",
              TAG + first.link().from() + BETWEEN + first.link().to());
        });
  }

  private Optional<Wish> wish(
      Caller caller,
      String name,
      String value,
      Map<String, String> fields,
      boolean agreed,
      String because,
      Snapshot model) {
    int between = name.indexOf(BETWEEN, LEVEL.length());
    if (!name.startsWith(LEVEL) || between < 0) {
      return Optional.empty();
    }
    Link link = new Link(name.substring(LEVEL.length(), between), name.substring(between + 1));
    String tag = fields.getOrDefault(TAG + link.from() + BETWEEN + link.to(), EntryTag.NOTHING);
    int level = value.isBlank() ? 0 : Integer.parseInt(value);
    return judging.changed(caller, link, level, tag, agreed, because, model);
  }
}
