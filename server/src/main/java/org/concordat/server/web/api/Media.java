package org.concordat.server.web.api;

/** The media types that the API speaks. */
public final class Media {
  public static final String JSON = "application/json";

  /** Changes of some members (RFC 7396). */
  public static final String PATCH = "application/merge-patch+json";

  /** One JSON object a line. */
  public static final String LINES = "application/x-ndjson";

  public static final String YAML = "application/yaml";
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public static final String PDF = "application/pdf";
  public static final String SVG = "image/svg+xml";

  /** The text of OpenMetrics, with or without its version. */
  public static final String OPEN_METRICS = "application/openmetrics-text";

  /** A file of whatever type; its name or its beginning tells. */
  public static final String FILE = "application/octet-stream";

  private Media() {}
}
