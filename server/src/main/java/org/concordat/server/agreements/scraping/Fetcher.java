package org.concordat.server.agreements.scraping;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches expositions, within bounds of size and time, from the address that the guard has looked
 * at and no other, without following where an answer leads.
 */
final class Fetcher {
  private static final String ACCEPT =
      "application/openmetrics-text; version=1.0.0, text/plain; version=0.0.4; q=0.5";

  /** Far more than exporters send; without bounds a header could go on for ever. */
  private static final Http1Config HEADERS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 << 10).build();

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

  /** Every name leads to the address that was looked at, however it is resolved by now. */
  private record Pinned(InetAddress address) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return new InetAddress[] {address};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /**
   * The exposition at an address.
   *
   * @throws ScrapeFailure when there is none, or it must not be fetched
   */
  Exposition fetch(String text) throws ScrapeFailure {
    URI address = guard.checked(text);
    HttpGet request = new HttpGet(address);
    request.setHeader(HttpHeaders.ACCEPT, ACCEPT);
    // The client bounds each read; this bounds all of them together, however slowly they drip.
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel,
            CompletableFuture.delayedExecutor(longest.toNanos(), TimeUnit.NANOSECONDS));
    try (CloseableHttpClient client = client(guard.resolved(address));
        ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return exposition(response);
    } catch (IOException e) {
      throw request.isCancelled() || e instanceof SocketTimeoutException
          ? new ScrapeFailure(
              ScrapeProblem.TOO_SLOW, "it took longer than " + longest.toSeconds() + " s")
          : new ScrapeFailure(ScrapeProblem.UNREACHABLE, String.valueOf(e.getMessage()));
    } finally {
      end.cancel(false);
    }
  }

  private CloseableHttpClient client(InetAddress to) {
    Timeout timeout = Timeout.of(longest);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(to))
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build())
        .setUserAgent("Concordat")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private Exposition exposition(ClassicHttpResponse response) throws IOException, ScrapeFailure {
    int status = response.getCode();
    if (status >= 300 && status < 400) {
      throw new ScrapeFailure(ScrapeProblem.REDIRECTED, "status " + status);
    }
    HttpEntity entity = response.getEntity();
    if (status != 200 || entity == null) {
      throw new ScrapeFailure(ScrapeProblem.REFUSED, "status " + status);
    }
    String packed = entity.getContentEncoding();
    if (packed != null && !packed.equals("identity")) {
      throw new ScrapeFailure(ScrapeProblem.PACKED, "no compression is read, such as " + packed);
    }
    try (InputStream in = entity.getContent()) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        // Before the stream is closed, which would read the rest.
        response.close();
        throw new ScrapeFailure(
            ScrapeProblem.TOO_LARGE, "it has more than " + (most >> 20) + " MiB");
      }
      String type = entity.getContentType();
      return new Exposition(
          content, type != null && type.startsWith("application/openmetrics-text"));
    }
  }
}
