package org.concordat.server.agreements.scraping;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Decides where the server may fetch from. People who keep agreements type addresses, and the
 * server stands where they do not: so nothing is allowed but what the administrator of the
 * installation has listed, and of that nothing on this machine or its link unless that is allowed
 * as well (OWASP, <i>Server-Side Request Forgery Prevention</i>).
 */
public final class ScrapeGuard {
  /** The longest address, in characters. */
  public static final int LONGEST = 2_000;

  private final List<String> hosts;
  private final boolean local;

  /**
   * A guard.
   *
   * @param hosts names of hosts, each perhaps with a port; {@code *.} before a name allows all
   *     below it
   * @param local whether a host may be this machine or on its link
   */
  public ScrapeGuard(List<String> hosts, boolean local) {
    this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    this.local = local;
  }

  /** Whether anything may be fetched at all. */
  public boolean allowsAny() {
    return !hosts.isEmpty();
  }

  /**
   * The address, if it may be fetched from as far as its text tells.
   *
   * @throws ScrapeFailure when it may not
   */
  URI checked(String text) throws ScrapeFailure {
    URI address;
    try {
      address = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new ScrapeFailure(ScrapeProblem.NO_ADDRESS, "it cannot be read: " + e.getReason());
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new ScrapeFailure(ScrapeProblem.NO_ADDRESS, "it begins with http:// or https://");
    }
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      throw new ScrapeFailure(ScrapeProblem.NO_ADDRESS, "it names a host, and no user or password");
    }
    if (!isAllowed(host(address), port(address))) {
      throw new ScrapeFailure(ScrapeProblem.HOST_NOT_ALLOWED, host(address) + ":" + port(address));
    }
    return address;
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  /** The port that an address means. */
  static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private boolean isAllowed(String host, int port) {
    for (String allowed : hosts) {
      boolean portFits = !allowed.matches(".*[^:]:[0-9]+") || allowed.endsWith(":" + port);
      String name = allowed.replaceFirst("(?<=[^:]):[0-9]+$", "");
      if (portFits
          && (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where to connect to. The connection goes to just this, so that a name which leads elsewhere a
   * moment later leads nowhere.
   *
   * @throws ScrapeFailure when nobody knows the host, or one of its addresses is not allowed
   */
  InetAddress resolved(URI address) throws ScrapeFailure {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(address.getHost());
    } catch (UnknownHostException e) {
      throw new ScrapeFailure(ScrapeProblem.UNKNOWN_HOST, host(address));
    }
    if (!local && Arrays.stream(found).anyMatch(ScrapeGuard::isLocal)) {
      throw new ScrapeFailure(ScrapeProblem.LOCAL_ADDRESS, host(address));
    }
    return found[0];
  }

  /** Whether packets to an address stay on this machine or its link, or go to no single machine. */
  static boolean isLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || (bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xf0) == 0xf0))
        || (address instanceof Inet6Address && embedsLocal(bytes));
  }

  /** An address of version 6 that a gateway turns into one of version 4 (RFC 6052, RFC 3056). */
  private static boolean embedsLocal(byte[] bytes) {
    try {
      boolean isTranslated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
      boolean isTunnelled = bytes[0] == 0x20 && bytes[1] == 0x02;
      int from = isTranslated ? 12 : 2;
      return (isTranslated || isTunnelled)
          && isLocal(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
