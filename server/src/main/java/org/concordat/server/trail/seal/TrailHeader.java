package org.concordat.server.trail.seal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The first line of an export: whose trail it is.
 *
 * @param tenant whose entries follow
 * @param organisation what the tenant calls itself
 * @param key what the heads and the footer are signed with; a reader must not trust it for standing
 *     here
 * @param exported when the export was begun, in whole microseconds
 */
public record TrailHeader(UUID tenant, String organisation, PublicSealKey key, Instant exported)
    implements TrailLine {
  /** The name of the format. */
  public static final String FORMAT = "concordat-trail";

  /** The version of the format. */
  public static final int VERSION = 1;

  static final String KIND = "header";

  /**
   * A header.
   *
   * @throws IllegalArgumentException when the time has parts of microseconds
   */
  public TrailHeader {
    Objects.requireNonNull(tenant);
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(key);
    CanonicalJson.check(exported);
  }

  @Override
  public byte[] canonical() {
    return new CanonicalJson()
        .member("exported", exported)
        .member("format", FORMAT)
        .member("key", key.base64())
        .member("kind", KIND)
        .member("organisation", organisation)
        .member("tenant", tenant.toString())
        .member("version", VERSION)
        .toBytes();
  }
}
