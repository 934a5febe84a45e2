package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;

/** What those who supply have to deliver, by the IT asset that carries it. */
public record DeliveryPage(List<Carrier> carriers, Labels names) implements PageModel {
  public DeliveryPage {
    carriers = List.copyOf(carriers);
  }

  /** An IT asset and what it carries. */
  public record Carrier(String asset, List<Carried> lines) {
    public Carrier {
      lines = List.copyOf(lines);
    }
  }

  /** A line of an agreement that an asset carries. */
  public record Carried(AgreementKey key, String unitName, AgreementLine line, LevelView level) {}

  @Override
  public String template() {
    return "agreements/delivery";
  }
}
