package org.concordat.server.alignment.api;

import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;

/** The JSON of the model's entries. */
final class Shapes {
  private static final String NOT_STATED = "; absent when not stated";

  static final Shape ORGANISATION =
      Shape.named("Organisation", "Whose model it is.")
          .required("id", Kinds.ID, "its id", "\"acme\"")
          .required("name", Kinds.NAME, "its name", "\"Acme Insurance\"")
          .optional("industry", Kinds.NAME, "its industry" + NOT_STATED, "\"insurance\"");

  private static final Shape MATRIX =
      Shape.named("Matrix", "A table of the organisation's own for joining two levels.")
          .required(
              "matrix",
              new Kind.ListOf(new Kind.ListOf(Kinds.LEVEL, 100), 100),
              "rows: the level of the link; columns: the level of what it leads to; cells: the"
                  + " level that results",
              "[[\"low\",\"low\"],[\"low\",\"high\"]]");

  private static final Shape COMBINATION =
      Shape.named("Combination", "How levels join into a priority.")
          .required(
              "along",
              new Kind.Either(
                  List.of(
                      new Kind.Choice(List.of("weakest-link", "product")), new Kind.Of(MATRIX))),
              "how two links of one path join",
              "\"weakest-link\"")
          .required(
              "across", Kinds.choice(Across.class), "how alternative paths join", "\"maximum\"");

  static final Shape SETTINGS =
      Shape.named("Settings", "What every score depends on.")
          .required(
              "scale",
              new Kind.ListOf(Kinds.LEVEL, 100),
              "the names of the levels of impact, lowest first",
              "[\"negligible\",\"marginal\",\"critical\"]")
          .required(
              "combination",
              new Kind.Of(COMBINATION),
              "how levels join",
              "{\"along\":\"weakest-link\",\"across\":\"maximum\"}")
          .optional(
              "cumulation",
              new Kind.Whole(1, Integer.MAX_VALUE),
              "where so many requirements hand on the highest level, the next higher one is"
                  + " inherited; absent for no cumulation",
              "3");

  static final Shape PROPERTY =
      Shape.named("Property", "A security property that the organisation adds to the known ones.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"traceability\"")
          .required("name", Kinds.NAME, "its name", "\"Traceability\"")
          .optional("description", Kinds.PROSE, "what it means", "\"Who did what can be told\"");

  static final Shape UNIT =
      Shape.named(
              "Unit",
              "A business unit and how it means to win. Its goals are entries of their own.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"claims\"")
          .required("name", Kinds.NAME, "its name", "\"Claims handling\"")
          .optional(
              "discipline",
              Kinds.choice(ValueDiscipline.class),
              "its value discipline" + NOT_STATED,
              "\"operational-excellence\"")
          .optional(
              "description", Kinds.PROSE, "more about it", "\"Settles what customers report\"");

  static final Shape GOAL =
      Shape.named("Goal", "A business goal of a unit.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"fast-settlement\"")
          .required("unit", Kinds.ID, "the id of the unit that has it", "\"claims\"")
          .required("name", Kinds.NAME, "its name", "\"Settle within a day\"")
          .optional(
              "importance",
              Kinds.LEVEL,
              "a level of the scale; absent for the highest",
              "\"critical\"")
          .optional("description", Kinds.PROSE, "more about it", "\"From report to payment\"");

  static final Shape FACTOR =
      Shape.named("Factor", "A critical impact factor: a kind of damage that an incident does.")
          .optional(
              "id", Kinds.ID, "its id; if given, that of the address", "\"productivity-loss\"")
          .required("name", Kinds.NAME, "its name", "\"Loss of productivity\"")
          .optional(
              "controllable",
              new Kind.Flag(),
              "whether the organisation controls the damage" + NOT_STATED,
              "true")
          .optional("description", Kinds.PROSE, "more about it", "\"People cannot work\"");

  static final Shape OFFERED_FACTOR =
      Shape.named("CatalogueFactor", "A factor of the catalogue that ships with the server.")
          .told("id", Kinds.ID, "its id", "\"regulatory-sanction\"")
          .told("name", Kinds.NAME, "its name", "\"Regulatory sanction\"")
          .toldOptionally(
              "controllable", new Kind.Flag(), "whether the damage is controlled", "false")
          .toldOptionally("description", Kinds.PROSE, "more about it", "\"A fine\"")
          .told("taken", new Kind.Flag(), "whether the model has a factor of this id", "false");

  static final Shape ASSET =
      Shape.named("Asset", "Something of value whose security is at stake.")
          .optional("id", Kinds.ID, "its id; if given, that of the address", "\"claims-db\"")
          .required("name", Kinds.NAME, "its name", "\"Claims database\"")
          .required("kind", Kinds.choice(AssetKind.class), "what it is", "\"information\"")
          .optional("unit", Kinds.ID, "the unit that it belongs to, if any", "\"claims\"")
          .optional("description", Kinds.PROSE, "more about it", "\"All claims since 1990\"")
          .optional(
              "properties",
              new Kind.ListOf(Kinds.ID, 100),
              "the security properties to be preserved; the classic three unless told",
              "[\"confidentiality\",\"integrity\",\"availability\"]");

  static final Shape ASSET_ROW =
      Shape.named("AssetRow", "An asset in a list, with what follows for it.")
          .told("asset", new Kind.Of(ASSET), "the asset", "{}")
          .told("etag", Kinds.NAME, "its entity tag, for If-Match", "\"8Wn2...\"")
          .told("score", Kinds.SCORE, "the highest need of its requirements", "1.0")
          .told("level", Kinds.LEVEL, "the level that this shows, or none", "\"critical\"")
          .told("rank", Kinds.COUNT, "the best rank of its requirements; 0 without any", "1")
          .told("dependencies", Kinds.COUNT, "how many dependencies it has", "2")
          .told("dependents", Kinds.COUNT, "how many dependencies are on it", "1")
          .told("impacts", Kinds.COUNT, "how many links its requirements have to factors", "3");

  private static final Shape REDUNDANCY =
      Shape.named("Redundancy", "Membership in a group of interchangeable assets.")
          .required("group", Kinds.ID, "the group's name", "\"web\"")
          .required("needs", new Kind.Whole(1, 1_000_000), "how many members are needed", "1");

  private static final Shape WAY =
      Shape.named("Way", "How an asset depends on another.")
          .optional("strength", Kinds.LEVEL, "a level; absent for the highest", "\"critical\"")
          .optional(
              "carries",
              new Kind.MapOf(Kinds.ID, 100),
              "which property of the one needs which of the other; absent: each that both have",
              "{\"availability\":\"availability\"}")
          .optional("redundancy", new Kind.Of(REDUNDANCY), "the group, if any", "null");

  static final Shape DEPENDENCY =
      Shape.named("Dependency", "That an asset depends on another, in one way or several.")
          .optional("from", Kinds.ID, "the asset that depends", "\"claims-process\"")
          .optional("on", Kinds.ID, "the asset that it depends on", "\"claims-db\"")
          .optional(
              "ways",
              new Kind.ListOf(new Kind.Of(WAY), 100),
              "how; usually one. One plain way unless told",
              "[{}]");

  static final Shape JUDGEMENT =
      Shape.named("Judgement", "What somebody holds the level of an impact to be.")
          .optional(
              "requirement",
              new Kind.Text(1_001, false),
              "the requirement, asset/property",
              "\"claims-db/availability\"")
          .optional("factor", Kinds.ID, "the factor", "\"productivity-loss\"")
          .optional(
              "goal",
              Kinds.ID,
              "the goal, where a factor's impact is judged",
              "\"fast-settlement\"")
          .required("level", Kinds.LEVEL, "a level of the scale", "\"critical\"")
          .optional("by", Kinds.NAME, "who judged; yourself unless told", "\"Anna Meier\"")
          .optional("on", new Kind.Day(), "the day; today unless told", "\"2026-03-02\"")
          .optional("because", Kinds.PROSE, "the reason", "\"Nobody can work without it\"")
          .optional("agreed", new Kind.Flag(), "whether it is what the judges agreed on", "false");

  static final Shape JUDGEMENT_ROW =
      Shape.named("JudgementRow", "A judgement in a list.")
          .told("judgement", new Kind.Of(JUDGEMENT), "the judgement", "{}")
          .told("etag", Kinds.NAME, "its entity tag, for If-Match", "\"8Wn2...\"")
          .told("counting", Kinds.LEVEL, "the level that counts for this link", "\"critical\"");

  static final Shape DEPENDENCY_ROW =
      Shape.named("DependencyRow", "A dependency in a list.")
          .told("dependency", new Kind.Of(DEPENDENCY), "the dependency", "{}")
          .told("etag", Kinds.NAME, "its entity tag, for If-Match", "\"8Wn2...\"");

  private Shapes() {}

  /** An entry of a short list: what it says, and its tag. */
  static Shape row(Shape shape) {
    return Shape.named(shape.name() + "Row", shape.about())
        .told(member(shape), new Kind.Of(shape), "the entry", "{}")
        .told("etag", Kinds.NAME, "its entity tag, for If-Match", "\"8Wn2...\"");
  }

  /** What a row of a list calls its entry: {@code asset}. */
  static String member(Shape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  static ShapeBook book() {
    return new ShapeBook(
        List.of(
            ORGANISATION,
            MATRIX,
            COMBINATION,
            SETTINGS,
            PROPERTY,
            row(PROPERTY),
            row(PROPERTY).list(),
            UNIT,
            row(UNIT),
            row(UNIT).list(),
            GOAL,
            row(GOAL),
            row(GOAL).list(),
            FACTOR,
            row(FACTOR),
            row(FACTOR).list(),
            OFFERED_FACTOR,
            OFFERED_FACTOR.list(),
            ASSET,
            ASSET_ROW,
            ASSET_ROW.list(),
            REDUNDANCY,
            WAY,
            DEPENDENCY,
            DEPENDENCY_ROW,
            DEPENDENCY_ROW.list(),
            JUDGEMENT,
            JUDGEMENT_ROW,
            JUDGEMENT_ROW.list()));
  }
}
