package org.concordat.server.identity.signon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.signon.SingleSignOn.Arrangement;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Organisations.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Single sign-on as the environment settles it, for installations that nobody sets up by hand. What
 * it says is written with every start, and the page shows it and changes nothing.
 */
@Component
public final class SettledSignOn {
  private static final Attribution BY = Attribution.ofServer("environment");

  /** What settings are called as properties; as variables, in capitals with underscores. */
  private static final String PREFIX = "concordat.oidc.";

  private final Environment environment;
  private final Organisations organisations;
  private final SingleSignOn singleSignOn;
  private final Accounts accounts;
  private volatile @Nullable UUID settled;

  SettledSignOn(
      Environment environment,
      Organisations organisations,
      SingleSignOn singleSignOn,
      Accounts accounts) {
    this.environment = environment;
    this.organisations = organisations;
    this.singleSignOn = singleSignOn;
    this.accounts = accounts;
  }

  /** Whether the environment says how people of an organisation sign on. */
  public boolean settles(UUID tenant) {
    return tenant.equals(settled);
  }

  /**
   * Writes what the environment says; does nothing where it says nothing. The provider need not
   * answer yet: it may start after this server.
   *
   * @throws InvalidInput when settings are missing or wrong, with all that is
   */
  public void apply() throws InvalidInput {
    if (setting("issuer").isEmpty()) {
      return;
    }
    List<Finding> findings = new ArrayList<>();
    String clientId = required("client.id", findings);
    String secret = secret(findings);
    Set<String> domains =
        Arrays.stream(setting("domains").toLowerCase(Locale.ROOT).split("[\\s,;@]+"))
            .filter(domain -> !domain.isEmpty())
            .collect(Collectors.toSet());
    @Nullable Role admits = admits(domains, findings);
    Optional<Listed> organisation = organisation(findings);
    if (!findings.isEmpty() || organisation.isEmpty()) {
      throw new InvalidInput(findings);
    }
    UUID tenant = organisation.get().id();
    singleSignOn.settle(
        tenant, BY, new Arrangement(setting("issuer"), clientId, domains, admits), secret);
    String administrator = setting("administrator");
    if (!administrator.isEmpty() && !accounts.hasAdministrator(tenant)) {
      accounts.createWithoutPassword(
          tenant,
          BY,
          administrator,
          administrator,
          List.of(
              new Grant(Role.ADMINISTRATOR, Set.of()), new Grant(Role.SECURITY_OFFICER, Set.of())));
    }
    settled = tenant;
  }

  private String setting(String name) {
    return environment.getProperty(PREFIX + name, "").strip();
  }

  private static Place place(String name) {
    return Place.ofKey((PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_'));
  }

  private String required(String name, List<Finding> findings) {
    String value = setting(name);
    if (value.isEmpty()) {
      findings.add(
          Finding.error(place(name), "is missing", "the provider gives it with the client"));
    }
    return value;
  }

  private String secret(List<Finding> findings) {
    String file = setting("client.secret.file");
    if (file.isEmpty()) {
      return required("client.secret", findings);
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      findings.add(
          Finding.error(
              place("client.secret.file"),
              "the file " + file + " cannot be read",
              "see that it is there and belongs to the user who runs the server"));
      return "";
    }
  }

  private @Nullable Role admits(Set<String> domains, List<Finding> findings) {
    String word = setting("admits");
    if (word.isEmpty()) {
      return null;
    }
    Optional<Role> role =
        SingleSignOn.ADMITTED.stream()
            .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .findFirst();
    if (role.isEmpty()) {
      findings.add(
          Finding.error(
              place("admits"),
              "'" + word + "' is no role that people may get by themselves",
              "one of "
                  + SingleSignOn.ADMITTED.stream()
                      .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .collect(Collectors.joining(", "))));
    } else if (domains.isEmpty()) {
      findings.add(
          Finding.error(
              place("domains"),
              "is missing, but strangers are admitted from named domains alone",
              "such as example.org, example.com"));
    }
    return role.orElse(null);
  }

  private Optional<Listed> organisation(List<Finding> findings) {
    List<Listed> all = organisations.all();
    String named = setting("organisation");
    Optional<Listed> one =
        named.isEmpty()
            ? all.stream().filter(_ -> all.size() == 1).findFirst()
            : all.stream()
                .filter(o -> o.id().toString().equals(named) || o.name().equals(named))
                .findFirst();
    if (one.isEmpty()) {
      findings.add(
          Finding.error(
              place("organisation"),
              named.isEmpty()
                  ? "is missing, and there are " + all.size() + " organisations"
                  : "there is no organisation '" + named + "'",
              "one of " + all.stream().map(Listed::name).collect(Collectors.joining(", "))));
    }
    return one;
  }
}
