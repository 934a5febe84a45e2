package org.concordat.server.identity.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Where somebody is signed in, on any server. */
public final class Sessions {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * A session as its owner sees it.
   *
   * @param present whether it is the one that asks
   */
  public record Listed(UUID id, Device device, Instant since, Instant lastUse, boolean present) {}

  /** The sessions of whoever asks, the present one first and then by last use. */
  public List<Listed> of(SignedIn present) {
    return all(present.tenant(), present.account())
        .map(
            session -> {
              SignedIn one = signedIn(session.getValue());
              return new Listed(
                  one.id(),
                  Device.of(one.agent()),
                  one.since(),
                  session.getValue().getLastAccessedTime(),
                  one.id().equals(present.id()));
            })
        .sorted(Comparator.comparing(Listed::present).thenComparing(Listed::lastUse).reversed())
        .toList();
  }

  private Stream<? extends Map.Entry<String, ? extends Session>> all(UUID tenant, UUID account) {
    return sessions.findByPrincipalName(SignedIn.principal(tenant, account)).entrySet().stream()
        .filter(
            entry ->
                !entry.getValue().isExpired()
                    && entry.getValue().getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn one
                    && one.lasts());
  }

  private static SignedIn signedIn(Session session) {
    return session.getRequiredAttribute(SignedIn.ATTRIBUTE);
  }

  /** Ends a session of whoever asks; does nothing when there is none of that id. */
  public void end(SignedIn present, UUID id) {
    end(present.tenant(), present.account(), one -> one.id().equals(id));
  }

  /** Ends all sessions of whoever asks but the present one. */
  public void endOthers(SignedIn present) {
    end(present.tenant(), present.account(), one -> !one.id().equals(present.id()));
  }

  /** Ends all sessions of an account. */
  public void endAll(UUID tenant, UUID account) {
    end(tenant, account, _ -> true);
  }

  private void end(UUID tenant, UUID account, Predicate<SignedIn> which) {
    all(tenant, account)
        .filter(session -> which.test(signedIn(session.getValue())))
        .forEach(session -> sessions.deleteById(session.getKey()));
  }
}
