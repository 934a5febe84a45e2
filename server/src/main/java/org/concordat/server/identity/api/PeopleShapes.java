package org.concordat.server.identity.api;

import java.util.List;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of people. */
@Configuration(proxyBeanMethods = false)
class PeopleShapes {
  private static final Kind SHORT = new Kind.Text(200, false);
  private static final String A_UUID = "\"0199b1f4-6d0e-7b3a-9c53-0d9c2f5a1e11\"";

  static final Shape GRANT =
      Shape.named("Grant", "A role that somebody has.")
          .required("role", Kinds.choice(Role.class), "the role", "\"unit-head\"")
          .optional(
              "units",
              new Kind.ListOf(Kinds.ID, 1_000),
              "the units that a role of units is held for",
              "[\"claims\"]");

  private static final Kind GRANTS = new Kind.ListOf(new Kind.Of(GRANT), 100);

  static final Shape ROLES =
      Shape.named("Roles", "All roles that somebody has.")
          .required("roles", GRANTS, "the roles", "[{\"role\":\"auditor\"}]");

  static final Shape INVITATION =
      Shape.named("Invitation", "Whom a link lets in, and as what.")
          .required("email", new Kind.Text(200, false), "the address", "\"anna@example.org\"")
          .required("name", SHORT, "the name", "\"Anna Meier\"")
          .required("roles", GRANTS, "the roles", "[{\"role\":\"auditor\"}]");

  static final Shape LINK =
      Shape.named("Link", "A link that works once.")
          .told("link", Kinds.PROSE, "the link; it is told this once", "\"https://...\"")
          .told("hours", Kinds.COUNT, "how long it works", "168");

  static final Shape PERSON =
      Shape.named("Person", "Somebody with an account.")
          .told("id", new Kind.Uuid(), "the account's id", A_UUID)
          .told("email", SHORT, "the address", "\"anna@example.org\"")
          .told("name", SHORT, "the name", "\"Anna Meier\"")
          .told("active", new Kind.Flag(), "whether they are let in", "true")
          .told("roles", GRANTS, "their roles", "[{\"role\":\"auditor\"}]");

  static final Shape ACTIVE =
      Shape.named("Active", "Whether somebody is let in.")
          .required("active", new Kind.Flag(), "whether they are let in", "false");

  static final Shape SECOND_FACTOR_RULE =
      Shape.named("SecondFactorRule", "Which roles need a second factor.")
          .required(
              "roles",
              new Kind.ListOf(Kinds.choice(Role.class), 20),
              "the roles; none for no rule",
              "[\"administrator\",\"security-officer\"]");

  static final Shape TOKEN =
      Shape.named("Token", "A token, without its secret.")
          .told("id", new Kind.Uuid(), "its id", A_UUID)
          .told("name", SHORT, "its name", "\"inventory sync\"")
          .told(
              "permissions",
              new Kind.ListOf(Kinds.choice(Permission.class), 50),
              "what it may",
              "[\"read-model\"]")
          .told("expires", new Kind.Moment(), "when it ends", "\"2026-12-31T00:00:00Z\"");

  static final Shape ACCOUNT =
      Shape.named("Account", "Who calls, and what they may.")
          .told("id", new Kind.Uuid(), "the account's id", A_UUID)
          .told("email", SHORT, "the address", "\"anna@example.org\"")
          .told("name", SHORT, "the name", "\"Anna Meier\"")
          .told("roles", GRANTS, "the roles", "[{\"role\":\"security-officer\"}]")
          .told(
              "permissions",
              new Kind.ListOf(Kinds.choice(Permission.class), 50),
              "what this token may",
              "[\"read-model\"]");

  static final Shape NAME =
      Shape.named("Name", "One's own name.").required("name", SHORT, "the name", "\"Anna Meier\"");

  @Bean
  ShapeBook peopleShapeBook() {
    return new ShapeBook(
        List.of(
            GRANT,
            ROLES,
            INVITATION,
            LINK,
            PERSON,
            PERSON.list(),
            ACTIVE,
            SECOND_FACTOR_RULE,
            TOKEN,
            TOKEN.list(),
            ACCOUNT,
            NAME));
  }
}
