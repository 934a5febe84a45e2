package org.concordat.server.identity.pages;

import java.util.List;
import org.concordat.server.web.PageModel;

/** Shows recovery codes this once. */
public record RecoveryCodesPage(List<String> codes) implements PageModel {
  public RecoveryCodesPage {
    codes = List.copyOf(codes);
  }

  @Override
  public String template() {
    return "identity/recovery_codes";
  }

  @Override
  public String toString() {
    return "RecoveryCodesPage";
  }
}
