package org.concordat.server.identity.signin;

import java.util.List;
import java.util.Map;

/**
 * A device as its owner knows it; guessed from what the browser calls itself, so good for
 * recognising one's own and for nothing else.
 *
 * @param browser its name, or an empty text when it is not known
 * @param system such as {@code Windows}, or an empty text when it is not known
 */
public record Device(String browser, String system) {
  /** In this order: many browsers also call themselves by the names of those below them. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  static Device of(String agent) {
    return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
  }

  private static String first(List<Map.Entry<String, String>> names, String agent) {
    return names.stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
