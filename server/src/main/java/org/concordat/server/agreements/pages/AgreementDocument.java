package org.concordat.server.agreements.pages;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.formats.documents.DocumentText;
import org.concordat.formats.documents.DocumentText.Column;
import org.concordat.formats.documents.DocumentText.Field;
import org.concordat.formats.yaml.Words;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.Surroundings;

/** An agreement as a document that one puts before a board. */
final class AgreementDocument {
  private final Surroundings here;
  private final AgreementPage page;
  private final Agreement document;
  private final DocumentText text = new DocumentText();

  private AgreementDocument(Surroundings here, AgreementPage page) {
    this.here = here;
    this.page = page;
    this.document = page.document();
  }

  /** The body of the document. */
  static String of(Surroundings here, AgreementPage page) {
    AgreementDocument made = new AgreementDocument(here, page);
    made.write();
    return made.text.toString();
  }

  private String say(String key, Object... values) {
    return here.text("agreements." + key, values);
  }

  private void write() {
    text.lead(say("between", document.unitName(), document.supplier()));
    text.paragraph(
        say("version.of", document.version())
            + ", "
            + say("state." + Words.of(page.state().kind()))
            + ". "
            + here.day(document.term().from())
            + " – "
            + here.day(document.term().until())
            + ", "
            + say("review.by", here.day(document.reviewOn()))
            + ".");
    text.table(
        List.of(
            Column.of(say("yearly"), 34),
            Column.of(say("once"), 33),
            Column.of(say("protection"), 33)),
        List.of(
            List.of(
                Field.of(Amounts.money(here, document.yearly())),
                Field.of(Amounts.money(here, document.once())),
                Field.of(
                    page.points().isEmpty()
                        ? "–"
                        : here.percent(page.points().getLast().protection())))));
    text.chapter(say("lines"));
    text.table(
        List.of(
            Column.of(say("line"), 26),
            Column.of(say("needed") + " / " + say("agreed"), 16),
            Column.of(say("served.by"), 26),
            Column.of(say("services.promises"), 32)),
        page.lines().stream().map(this::row).toList());
    risks();
    hours();
    text.chapter(say("obligations"));
    for (Side side : Side.values()) {
      text.section(say("side." + Words.of(side)));
      list(
          document.obligations().stream()
              .filter(each -> each.side() == side)
              .map(Obligation::text)
              .toList(),
          "obligations.none");
    }
    text.chapter(say("exclusions"));
    list(document.exclusions().stream().map(Exclusion::text).toList(), "exclusions.none");
    signatures();
  }

  private void list(List<String> points, String none) {
    if (points.isEmpty()) {
      text.paragraph(say(none));
    } else {
      text.list(points);
    }
  }

  private List<Field> row(AgreementPage.Line each) {
    AgreementLine line = each.line();
    List<String> what = new ArrayList<>();
    what.add(page.names().requirement(here, line.requirement()));
    if (!line.goals().isEmpty()) {
      what.add(page.names().goals(line.goals()));
    }
    List<String> served = new ArrayList<>();
    switch (line.provision()) {
      case Provision.Served _ -> {
        served.add(each.service());
        served.add(Amounts.money(here, line.yearly(document.currency())) + " " + say("a.year"));
      }
      case Provision.Included(var in, var _) ->
          served.add(
              say(
                  "included",
                  document
                      .line(in)
                      .map(other -> page.names().requirement(here, other.requirement()))
                      .orElse(in)));
      case Provision.Unserved _ -> served.add(say("unserved"));
    }
    return List.of(
        new Field(what, ""),
        new Field(
            List.of(level(each.needed()), level(each.agreed())),
            line.fallsShort() ? "weak" : "good"),
        new Field(served, ""),
        new Field(
            line.targets().stream().map(target -> Amounts.target(here, target.terms())).toList(),
            "small"));
  }

  private String level(LevelView level) {
    return here.textOr("alignment.level." + level.name(), level.name());
  }

  private void risks() {
    text.chapter(say("risks"));
    if (page.acceptances().isEmpty()) {
      text.paragraph(say(page.unaccepted().isEmpty() ? "risks.none" : "risks.open"));
      return;
    }
    List<String> points = new ArrayList<>();
    for (RiskAcceptance risk : page.acceptances()) {
      points.add(
          page.names().requirement(here, risk.requirement())
              + ", "
              + say("risk.until", here.day(risk.until()))
              + ": "
              + risk.because()
              + " ("
              + say("risk.by", page.names().person(risk.by().person()), here.moment(risk.by().at()))
              + ", "
              + say("risk.saving", Amounts.money(here, risk.saving()))
              + (risk.goals().isEmpty()
                  ? ""
                  : ", " + say("risk.goals", page.names().goals(risk.goals())))
              + ")"
              + (page.covers(risk) ? "" : " " + say("risk.past")));
    }
    text.list(points);
  }

  private void hours() {
    text.chapter(say("calendar"));
    text.list(CalendarWords.hours(here, document.calendar()));
    if (!document.calendar().holidays().isEmpty()) {
      text.section(say("calendar.holidays"));
      text.paragraph(CalendarWords.holidays(here, document.calendar()));
    }
    if (!document.maintenance().isEmpty()) {
      text.section(say("calendar.maintenance"));
      text.list(CalendarWords.maintenance(here, document));
    }
  }

  private void signatures() {
    List<String> signed = new ArrayList<>();
    for (Move move : page.moves()) {
      if (move instanceof Move.Sign sign) {
        signed.add(
            page.names().person(sign.by().person())
                + " "
                + page.names().party(here, sign.by().party())
                + ", "
                + here.moment(sign.by().at())
                + ", SHA-256 "
                + sign.signature().digest());
      }
    }
    if (!signed.isEmpty()) {
      text.chapter(here.text("agreements.signatures"));
      text.list(signed);
    }
  }
}
