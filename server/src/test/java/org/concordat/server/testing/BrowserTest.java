package org.concordat.server.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What the tests of pages look for is found. */
class BrowserTest {
  @Test
  void a_picture_without_words_is_found() {
    refused("<img src=\"data:,\">", "image-alt");
  }

  @Test
  void pale_words_are_found() {
    refused("<p style=\"color: #ccc; background: #fff\">Pale</p>", "color-contrast");
  }

  @Test
  void what_is_wider_than_the_window_is_found() {
    refused("<p style=\"inline-size: 2000px\">Wide</p>", "scrolls sideways");
  }

  private static void refused(String content, String because) {
    try (Page page = Browser.open(RunningServer.shared(), 360, false)) {
      page.setContent(
          "<!doctype html><html lang=\"en\"><head><title>A page</title></head>"
              + "<body><main><h1>A page</h1>"
              + content
              + "</main></body></html>");
      assertThatThrownBy(() -> Browser.assertGood(page, "not-good"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(because);
    }
  }
}
