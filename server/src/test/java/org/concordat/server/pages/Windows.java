package org.concordat.server.pages;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;

/**
 * Windows that look at one page after the other: a new one for each page takes longer to open than
 * the page, and has to fetch styles and scripts anew.
 */
final class Windows {
  private final RunningServer server;
  private final Map<Window, Page> open = new HashMap<>();

  private record Window(Visitor visitor, int width, boolean dark, String language) {}

  Windows(RunningServer server) {
    this.server = server;
  }

  /** A window of somebody who is signed in. */
  Page signedIn(Visitor visitor, int width, boolean dark, String language) {
    return open.computeIfAbsent(new Window(visitor, width, dark, language), this::opened);
  }

  private Page opened(Window window) {
    return Browser.signedIn(server, window.visitor, window.width, window.dark, window.language);
  }

  /** The name of a picture of the page at a path. */
  static String name(String path) {
    return path.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
  }
}
