package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to the API and who makes it.
 *
 * @param caller the owner of the token, with the permissions of the token
 */
public record Call(Caller caller, HttpServletRequest request) {
  /** The header that says why something is changed, for the trail. */
  public static final String REASON = "Concordat-Reason";

  /** The path of the first version of the API. */
  public static final String ROOT = "/api/v1";

  /** Nobody is kept waiting longer for work that goes on by itself. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** The request's id, which the answer has as well. */
  public String id() {
    return SurroundingsFactory.requestId(request);
  }

  /**
   * Why something is changed, or null.
   *
   * @throws ApiFailure when the header is too long
   */
  public @Nullable String reason() {
    String header = request.getHeader(REASON);
    if (header == null) {
      return null;
    }
    String reason = decoded(header);
    if (reason.length() > Attribution.LONGEST_REASON) {
      String detail = "must have " + Attribution.LONGEST_REASON + " characters at most";
      throw Problem.of(
              Problem.Kind.MALFORMED,
              "The reason is too long",
              List.of(new Errors.InHeader(REASON, detail)))
          .failure();
    }
    return reason;
  }

  /** Programs send headers in UTF-8, and the server reads them as ISO 8859-1 by the standard. */
  private static String decoded(String header) {
    try {
      byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return header;
    }
  }

  /** What the trail says of what this request changes. */
  public Attribution attribution() {
    return caller.attribution(id(), reason());
  }

  /** Which state of the entry the request is about. */
  public Precondition precondition() {
    return Precondition.of(request);
  }

  /** Whether the answer to a change need not tell the new state (RFC 7240). */
  public boolean prefersMinimal() {
    return prefersMinimal(request);
  }

  static boolean prefersMinimal(HttpServletRequest request) {
    return preferences(request).anyMatch("return=minimal"::equals);
  }

  /**
   * How long the caller would wait for work to come to an end (RFC 7240): none without {@code
   * Prefer: wait=SECONDS}, and never longer than {@link #LONGEST_WAIT}.
   */
  public Duration prefersToWait() {
    return preferences(request)
        .filter(each -> each.matches("wait=[0-9]{1,6}"))
        .map(each -> Duration.ofSeconds(Long.parseLong(each.substring("wait=".length()))))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private static Stream<String> preferences(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Prefer")).stream()
        .flatMap(header -> Stream.of(header.toLowerCase(Locale.ROOT).split("[,;]")))
        .map(each -> each.replace("\"", "").strip());
  }

  /**
   * Work when it has come to an end, or as it is when the caller does not want to wait longer.
   *
   * @param look at the work as it is now
   * @param goesOn whether it has not come to its end
   */
  public <T> T waitedFor(Supplier<T> look, Predicate<T> goesOn) {
    Instant until = Instant.now().plus(prefersToWait());
    T now = look.get();
    while (goesOn.test(now) && Instant.now().isBefore(until)) {
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = look.get();
    }
    return now;
  }

  /** Whether the caller may know what the model holds. */
  public boolean mayRead() {
    return caller.may(Permission.READ_MODEL);
  }

  /** The body as JSON, within the limits of {@link JsonBody}. */
  public JsonNode json() {
    return JsonBody.read(request);
  }
}
