package org.concordat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium, started once for all tests. */
public final class Browser {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private static final class Shared {
    static final Playwright PLAYWRIGHT =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    static final com.microsoft.playwright.Browser BROWSER = launch();

    private static com.microsoft.playwright.Browser launch() {
      assertThat(PROGRAM)
          .as("the tests need Chromium; on Debian: apt-get install chromium")
          .isExecutable();
      return PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(PROGRAM)
                  .setArgs(
                      List.of(
                          "--headless",
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking")));
    }
  }

  /** Only findings are told; telling all that is well takes as long as finding what is not. */
  private static final AxeRunOptions FINDINGS = new AxeRunOptions();

  static {
    FINDINGS.setResultTypes(List.of("violations"));
  }

  private Browser() {}

  /** A new window at a server, as wide as told, with cookies of its own that go with it. */
  public static Page open(RunningServer server, int width, boolean dark) {
    Page page =
        Shared.BROWSER.newPage(
            new com.microsoft.playwright.Browser.NewPageOptions()
                .setBaseURL(server.address().toString())
                .setLocale("en-GB")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(width, 900));
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** The window of somebody who is signed in. */
  public static Page signedIn(RunningServer server, Visitor visitor, int width, boolean dark) {
    Page page = open(server, width, dark);
    addCookie(page, server, "session", visitor.cookie("session"));
    return page;
  }

  /** The same in a language. */
  public static Page signedIn(
      RunningServer server, Visitor visitor, int width, boolean dark, String language) {
    Page page = signedIn(server, visitor, width, dark);
    addCookie(page, server, "language", language);
    return page;
  }

  private static void addCookie(Page page, RunningServer server, String name, String value) {
    page.context().addCookies(List.of(new Cookie(name, value).setUrl(server.address().toString())));
  }

  /**
   * Fails when the page has a serious or critical finding of accessibility, or scrolls sideways.
   */
  public static void assertGood(Page page, String name) {
    screenshot(page, name);
    List<String> findings =
        // Our pages have no frames; without them there is no need of a second page for each check.
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Browser::told)
                .toList();
    assertThat(findings).as(name + " at " + page.url()).isEmpty();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue())
        .as(name + " scrolls sideways")
        .isLessThanOrEqualTo(0);
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }

  /** Keeps a picture of the page under {@code target/screenshots}. */
  public static void screenshot(Page page, String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target/screenshots"));
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
