package org.concordat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;

/** An organisation on a running server, and people in it. */
public final class People {
  public static final String PASSWORD = "correct horse battery";

  private static final Attribution TEST = Attribution.ofServer("test");

  private final RunningServer server;
  private final UUID tenant;
  private int number;

  /** A new organisation that begins with a workspace. */
  public People(RunningServer server, Workspace workspace) {
    this.server = server;
    tenant = server.part(Organisations.class).add(workspace.organisation().name(), TEST).id();
    server.part(Models.class).create(tenant, TEST, workspace);
  }

  public UUID tenant() {
    return tenant;
  }

  /** Somebody with an account. */
  public record Person(UUID account, String email, String name, List<Grant> grants) {}

  /** Somebody with a role, for some units if it is a role of units. */
  public Person person(Role role, String... units) {
    return person(List.of(new Grant(role, Set.of(units))));
  }

  /** Somebody with several roles. */
  public Person person(Collection<Grant> grants) {
    String name = "Person " + ++number;
    String email = "person" + number + "@example.org";
    UUID account = server.part(Accounts.class).create(tenant, TEST, email, name, PASSWORD, grants);
    return new Person(account, email, name, List.copyOf(grants));
  }

  /** Somebody's browser after signing in. */
  public Visitor signedIn(Person person) {
    Visitor visitor = new Visitor(server);
    assertThat(signIn(visitor, person.email(), PASSWORD)).isEqualTo(303);
    return visitor;
  }

  /** Tries to sign in and returns the status. */
  public int signIn(Visitor visitor, String email, String password) {
    return visitor
        .post("/sign-in", "email", email, "password", password, "organisation", tenant.toString())
        .statusCode();
  }

  /** The browser of a new security officer after signing in. */
  public Visitor officer() {
    return signedIn(person(Role.SECURITY_OFFICER));
  }

  /** A program with a token of a new person who has a role. */
  public Program program(Role role, String... units) {
    return new Program(server, token(person(role, units)));
  }

  /** A token of somebody with all of their permissions. */
  public String token(Person person) {
    return token(person, Duration.ofDays(1), Permission.values());
  }

  /** A token of somebody with some of their permissions. */
  public String token(Person person, Duration validity, Permission... permissions) {
    Caller caller = Caller.of(tenant, person.account(), person.name(), person.grants());
    return server.part(ApiTokens.class).make(caller, TEST, "test", List.of(permissions), validity);
  }
}
