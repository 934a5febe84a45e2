package org.concordat.server.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written when something in them changes, and otherwise once a minute. To note
 * every request would be a write to disk for each page that somebody only looks at.
 *
 * @param <S> the sessions of the store behind
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {
  /** So much earlier than it says may a session end that nobody uses. */
  static final Duration NOTED = Duration.ofMinutes(1);

  private final SessionRepository<S> store;

  /** Sessions that a store keeps. */
  QuietSessions(SessionRepository<S> store) {
    this.store = store;
  }

  @Override
  public Quiet<S> createSession() {
    return new Quiet<>(store.createSession());
  }

  @Override
  public void save(Quiet<S> session) {
    store.save(session.stored);
  }

  @Override
  public @Nullable Quiet<S> findById(String id) {
    S stored = store.findById(id);
    return stored == null ? null : new Quiet<>(stored);
  }

  @Override
  public void deleteById(String id) {
    store.deleteById(id);
  }

  /** A session of the store, which does not hear of every request. */
  static final class Quiet<S extends Session> implements Session {
    private final S stored;

    Quiet(S stored) {
      this.stored = stored;
    }

    /**
     * The store saves what it was told of and nothing else, so what it does not hear costs none.
     */
    @Override
    public void setLastAccessedTime(Instant time) {
      if (Duration.between(stored.getLastAccessedTime(), time).compareTo(NOTED) >= 0) {
        stored.setLastAccessedTime(time);
      }
    }

    @Override
    public String getId() {
      return stored.getId();
    }

    @Override
    public String changeSessionId() {
      return stored.changeSessionId();
    }

    // The interface asks for the type parameter.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    @Override
    public <T> @Nullable T getAttribute(String name) {
      return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      if (value == null) {
        stored.removeAttribute(name);
      } else {
        stored.setAttribute(name, value);
      }
    }

    @Override
    public void removeAttribute(String name) {
      stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return stored.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
      return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return stored.isExpired();
    }
  }
}
