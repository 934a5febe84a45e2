package org.concordat.server.agreements.scraping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches expositions, within bounds of size and time, without following where an answer leads. It
 * speaks HTTP/1.0 over a connection of its own, for a client of the platform resolves names again
 * and could be led past the guard between its look and the connection.
 */
final class Fetcher {
  private static final int MOST_HEADER = 16 << 10;
  private static final String ACCEPT =
      "application/openmetrics-text; version=1.0.0, text/plain; version=0.0.4; q=0.5";

  private final ScrapeGuard guard;
  private final Duration longest;
  private final int most;

  /**
   * A fetcher.
   *
   * @param longest how long all of it may take
   * @param most how many bytes an exposition may have
   */
  Fetcher(ScrapeGuard guard, Duration longest, int most) {
    this.guard = guard;
    this.longest = longest;
    this.most = most;
  }

  /**
   * The exposition at an address.
   *
   * @throws ScrapeFailure when there is none, or it must not be fetched
   */
  Exposition fetch(String text) throws ScrapeFailure {
    URI address = guard.checked(text);
    InetAddress to = guard.resolved(address);
    Deadline deadline = new Deadline(System.nanoTime() + longest.toNanos());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(to, ScrapeGuard.port(address)), deadline.left());
      try (Socket socket = secured(plain, address, deadline)) {
        socket.getOutputStream().write(request(address).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return answer(new Bounded(socket, deadline));
      }
    } catch (SocketTimeoutException e) {
      throw new ScrapeFailure(
          ScrapeProblem.TOO_SLOW, "it took longer than " + longest.toSeconds() + " s");
    } catch (IOException e) {
      throw new ScrapeFailure(ScrapeProblem.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Socket secured(Socket plain, URI address, Deadline deadline) throws IOException {
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      return plain;
    }
    plain.setSoTimeout(deadline.left());
    SSLSocket socket =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, address.getHost(), ScrapeGuard.port(address), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String request(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "GET %s%s HTTP/1.0\r\nHost: %s%s\r\nAccept: %s\r\nUser-Agent: Concordat\r\nConnection: close\r\n\r\n"
        .formatted(path.isEmpty() ? "/" : path, query, address.getHost(), port, ACCEPT);
  }

  private Exposition answer(Bounded in) throws IOException, ScrapeFailure {
    String first = in.line();
    String[] parts = first.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[0-9]{3}")) {
      throw new ScrapeFailure(ScrapeProblem.UNREACHABLE, "it does not speak HTTP");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = in.line(); !line.isEmpty(); line = in.line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    if (parts[1].startsWith("3")) {
      throw new ScrapeFailure(ScrapeProblem.REDIRECTED, "status " + parts[1]);
    }
    if (!parts[1].equals("200")) {
      throw new ScrapeFailure(ScrapeProblem.REFUSED, "status " + parts[1]);
    }
    if (headers.containsKey("transfer-encoding")
        || !headers.getOrDefault("content-encoding", "identity").equals("identity")) {
      throw new ScrapeFailure(ScrapeProblem.PACKED, "neither pieces nor compression are read");
    }
    String length = headers.getOrDefault("content-length", "");
    byte[] content = in.rest(most, length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1);
    return new Exposition(
        content,
        headers.getOrDefault("content-type", "").startsWith("application/openmetrics-text"));
  }

  private record Deadline(long at) {
    /** In milliseconds, at least 1. */
    int left() throws SocketTimeoutException {
      long left = (at - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("the time is over");
      }
      return (int) left;
    }
  }

  /** Reads an answer, and stops when the time is over, however slowly it drips. */
  private static final class Bounded {
    private final Socket socket;
    private final InputStream in;
    private final Deadline deadline;
    private final byte[] buffer = new byte[8 << 10];
    private int at;
    private int end;
    private int header;

    Bounded(Socket socket, Deadline deadline) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.deadline = deadline;
    }

    private boolean fill() throws IOException {
      socket.setSoTimeout(deadline.left());
      at = 0;
      end = in.read(buffer);
      return end > 0;
    }

    /** A line of the header, without its end. */
    String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (true) {
        if (at == end && !fill()) {
          throw new IOException("the answer breaks off");
        }
        byte next = buffer[at++];
        if (++header > MOST_HEADER) {
          throw new IOException("the answer's header is too long");
        }
        if (next == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
        }
        line.write(next);
      }
    }

    /** All that follows, or as much as was announced. */
    byte[] rest(int most, int announced) throws IOException, ScrapeFailure {
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      if (announced > most) {
        throw tooLarge(most);
      }
      while (announced < 0 || rest.size() < announced) {
        if (at == end && !fill()) {
          break;
        }
        rest.write(buffer, at, end - at);
        at = end;
        if (rest.size() > most) {
          throw tooLarge(most);
        }
      }
      if (rest.size() < announced) {
        throw new IOException("the answer breaks off");
      }
      return rest.toByteArray();
    }

    private static ScrapeFailure tooLarge(int most) {
      return new ScrapeFailure(
          ScrapeProblem.TOO_LARGE, "it has more than " + (most >> 20) + " MiB");
    }
  }
}
