package org.concordat.server.standards.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.server.standards.StandardsState;

/**
 * A control as pages name it.
 *
 * @param catalogue the id of its catalogue
 * @param catalogueTitle the catalogue's title, or its id when there is no such catalogue
 * @param title the control's title, or its id
 */
public record ControlView(String catalogue, String catalogueTitle, String id, String title) {
  /** A control as the library knows it. */
  static ControlView of(ControlRef ref, StandardsState standards) {
    return new ControlView(
        ref.catalogue(),
        standards
            .library()
            .catalogue(ref.catalogue())
            .map(Catalogue::title)
            .orElse(ref.catalogue()),
        ref.control(),
        standards.control(ref).map(control -> control.title()).orElse(ref.control()));
  }

  /** The address of its page. */
  public String link() {
    return link(catalogue, id);
  }

  /** The address of what was said of its operation over time. */
  public String history() {
    return "/history/control_operation/" + catalogue + "/" + encoded(id).replace("+", "%20");
  }

  static String link(String catalogue, String control) {
    return "/standards/" + catalogue + "/control?id=" + encoded(control);
  }

  /** A text as a part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
