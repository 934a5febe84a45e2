package org.concordat.server.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that this session alone was asked, and that is answered once: a passkey's challenge, or
 * the state of a sign-on at a provider. The next question takes its place.
 *
 * @param purpose what it was asked for; an answer for another purpose does not count
 * @param question what was asked
 */
public record AskedOnce(String purpose, Serializable question, Instant at) implements Serializable {
  /** After this time an answer comes too late. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String ATTRIBUTE = "concordat.asked";

  /** Remembers a question. */
  public static void ask(HttpServletRequest request, String purpose, Serializable question) {
    request
        .getSession(true)
        .setAttribute(ATTRIBUTE, new AskedOnce(purpose, question, Instant.now()));
  }

  /** The question that an answer is to; it is forgotten, whatever the answer. */
  public static <T extends Serializable> Optional<T> take(
      HttpServletRequest request, String purpose, Class<T> type) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof AskedOnce asked)) {
      return Optional.empty();
    }
    session.removeAttribute(ATTRIBUTE);
    return asked.purpose.equals(purpose)
            && asked.at.plus(LONGEST).isAfter(Instant.now())
            && type.isInstance(asked.question)
        ? Optional.of(type.cast(asked.question))
        : Optional.empty();
  }
}
