package org.concordat.server.budget.api;

import java.util.List;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Together;
import org.concordat.server.budget.BudgetRun;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What budgets look like for programs. */
@Configuration(proxyBeanMethods = false)
class BudgetShapes {
  private static final Kind AMOUNT = new Kind.Text(20, false);
  private static final Kind YEAR = new Kind.Whole(1, 10);

  static final Shape OUTLAY =
      Shape.named("BudgetOutlay", "What a control takes of a resource.")
          .required("resource", Kinds.ID, "money, or a kind of effort", "\"money\"")
          .optional("once", AMOUNT, "in the year in which it starts", "\"12000\"")
          .optional("yearly", AMOUNT, "in that year and each one after it", "\"3000.50\"");

  static final Shape SERVICE =
      Shape.named("BudgetService", "How well a control serves a requirement.")
          .required("requirement", Kinds.NAME, "asset/property", "\"claims-db/integrity\"")
          .required("level", Kinds.LEVEL, "needs up to this level are met", "\"critical\"");

  static final Shape CONTROL =
      Shape.named("BudgetControl", "A control that a budget may be spent on.")
          .told("id", Kinds.ID, "its id", "\"second-factor\"")
          .required("name", Kinds.NAME, "its name", "\"A second factor\"")
          .optional("outlays", new Kind.ListOf(new Kind.Of(OUTLAY), 50), "what it takes", "[]")
          .optional("serves", new Kind.ListOf(new Kind.Of(SERVICE), 20_000), "what it serves", "[]")
          .optional(
              "needs",
              new Kind.ListOf(Kinds.ID, 2_000),
              "controls that must be in operation no later",
              "[\"directory\"]")
          .optional(
              "excludes",
              new Kind.ListOf(Kinds.ID, 2_000),
              "controls that may not be beside it",
              "[\"hosted-directory\"]")
          .optional("earliest", YEAR, "the first year in which it may start", "1")
          .optional("in-place", new Kind.Flag(), "whether it is in operation already", "false")
          .optional(
              "implements",
              Kinds.NAME,
              "the control of a standard that it puts into practice",
              "\"iso27001-2022/A.8.5\"");

  static final Shape BUDGET =
      Shape.named("Budget", "What may be spent of a resource.")
          .required("resource", Kinds.ID, "money, or a kind of effort", "\"money\"")
          .required(
              "years",
              new Kind.ListOf(AMOUNT, 10),
              "an amount for each year",
              "[\"60000\", \"40000\"]");

  static final Shape FRAME =
      Shape.named("BudgetFrame", "Horizon and budgets.")
          .required("years", YEAR, "how many years are planned", "2")
          .required(
              "together",
              Kinds.choice(Together.class),
              "what several controls on one requirement reach",
              "\"best\"")
          .required(
              "budgets",
              new Kind.ListOf(new Kind.Of(BUDGET), 50),
              "at most one for each resource; a resource without one has no limit",
              "[]");

  static final Shape START =
      Shape.named("BudgetStart", "A control of a plan.")
          .told("control", Kinds.ID, "its id", "\"second-factor\"")
          .told("year", YEAR, "the year in which it starts", "1");

  static final Shape POINT =
      Shape.named("BudgetPoint", "A point of the frontier of money and what is left unmet.")
          .told("money", Kinds.REAL, "what its plan takes in all years", "60000")
          .told("residual", Kinds.REAL, "what its plan leaves unmet", "3.25")
          .told("bound", Kinds.REAL, "no plan leaves less than this", "3.25")
          .told("starts", new Kind.ListOf(new Kind.Of(START), 2_000), "its plan", "[]");

  static final Shape PRICE =
      Shape.named("BudgetPrice", "At which part of its money a control enters the plan.")
          .told("kind", Kinds.choice(EntryPrice.Kind.class), "what was found", "\"price\"")
          .told("enters", Kinds.SCORE, "at this part it enters", "0.75")
          .told("stays", Kinds.SCORE, "at this part it certainly does not", "0.76");

  static final Shape QUESTION =
      Shape.named("BudgetQuestion", "What is searched.")
          .optional(
              "control",
              Kinds.ID,
              "the control whose price is asked for; without it the plan and its frontier",
              "\"second-site\"")
          .optional(
              "solver",
              Kinds.ID,
              "who searches: together, own, or a library such as ojalgo; together when it is not"
                  + " said",
              "\"together\"");

  static final Shape SEARCH =
      Shape.named("BudgetSearch", "A search for a plan and its frontier, or for a price.")
          .told("id", new Kind.Uuid(), "its id", "\"01890a5d-ac96-774b-bcce-b302099a8057\"")
          .told("stage", Kinds.choice(BudgetRun.Stage.class), "how far it is", "\"done\"")
          .told("at", new Kind.Moment(), "when it began", "\"2026-11-26T12:00:00Z\"")
          .told("stale", new Kind.Flag(), "whether it is another question by now", "false")
          .toldOptionally("control", Kinds.ID, "whose price is asked for", "\"second-site\"")
          .told("solver", Kinds.ID, "who searches", "\"together\"")
          .toldOptionally("residual", Kinds.REAL, "what the plan leaves unmet", "3.25")
          .toldOptionally("bound", Kinds.REAL, "no plan leaves less", "3.25")
          .toldOptionally(
              "end", Kinds.choice(Outcome.End.class), "why the search ended", "\"proved\"")
          .toldOptionally("starts", new Kind.ListOf(new Kind.Of(START), 2_000), "the plan", "[]")
          .toldOptionally(
              "complete", new Kind.Flag(), "whether the frontier has every breakpoint", "true")
          .toldOptionally(
              "points", new Kind.ListOf(new Kind.Of(POINT), 1_000), "the frontier", "[]")
          .toldOptionally("price", new Kind.Of(PRICE), "the price", "{}");

  static final Shape BLOCKER =
      Shape.named("BudgetBlocker", "What keeps a control out of a plan.")
          .told("kind", Kinds.NAME, "short, excluded, needs or nothing", "\"short\"")
          .toldOptionally("resource", Kinds.NAME, "what is short", "\"money\"")
          .toldOptionally("year", YEAR, "in which year", "1")
          .toldOptionally("missing", Kinds.REAL, "by how much", "4000")
          .toldOptionally("control", Kinds.ID, "what excludes it, or what it needs", "\"vault\"");

  static final Shape STANDING =
      Shape.named("BudgetStanding", "How a control stands to a plan.")
          .told("id", Kinds.ID, "the control", "\"second-factor\"")
          .told("start", Kinds.COUNT, "the year in which it starts; 0 when it is out", "1")
          .told("alone", Kinds.REAL, "what it would meet alone", "2.5")
          .told(
              "beyond",
              Kinds.REAL,
              "what it brings beyond the others, or would bring if it were in",
              "1.25")
          .told(
              "only",
              new Kind.ListOf(Kinds.NAME, 1_000_000),
              "the requirements that nothing else serves so well",
              "[]")
          .told(
              "blockers", new Kind.ListOf(new Kind.Of(BLOCKER), 1_000), "what keeps it out", "[]");

  static final Shape REACHED =
      Shape.named("BudgetReached", "What a requirement reaches by a plan.")
          .told("id", Kinds.NAME, "the requirement", "\"customer-file/confidentiality\"")
          .told("score", Kinds.REAL, "its priority", "0.9")
          .told("needed", Kinds.COUNT, "the number of the level that it needs", "3")
          .told(
              "reached", Kinds.COUNT, "that of the level reached in the last year; 0 for none", "2")
          .told("residual", Kinds.REAL, "what is left unmet of it", "0.3")
          .told("by", new Kind.ListOf(Kinds.ID, 10_000), "the controls that serve it", "[]");

  static final Shape PLAN =
      Shape.named("BudgetPlan", "A plan with the reasons of every control.")
          .told("years", YEAR, "how many years are planned", "2")
          .told("total", Kinds.REAL, "what all requirements need together", "12.5")
          .told("residual", Kinds.REAL, "what the plan leaves unmet", "3.25")
          .told("bound", Kinds.REAL, "no plan leaves less", "3.25")
          .told("end", Kinds.choice(Outcome.End.class), "why the search ended", "\"proved\"")
          .told(
              "residuals",
              new Kind.ListOf(Kinds.REAL, BudgetCase.LONGEST),
              "what it leaves unmet in each year",
              "[3.5, 3.0]")
          .told("spent", new Kind.Anything(), "of each resource, year by year", "{}")
          .told("controls", new Kind.ListOf(new Kind.Of(STANDING), 2_000), "all controls", "[]")
          .told(
              "requirements",
              new Kind.ListOf(new Kind.Of(REACHED), 1_000_000),
              "all requirements with a need",
              "[]");

  @Bean
  ShapeBook budgetShapeBook() {
    return new ShapeBook(
        List.of(
            OUTLAY,
            SERVICE,
            CONTROL,
            CONTROL.list(),
            BUDGET,
            FRAME,
            START,
            POINT,
            PRICE,
            QUESTION,
            SEARCH,
            BLOCKER,
            STANDING,
            REACHED,
            PLAN));
  }
}
