package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Side;
import org.concordat.server.agreements.ServiceEdit;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all services, in its form.
 *
 * @param form what the fields hold
 * @param theirs what somebody else has made of it since, or null
 */
public record ServiceTermsPage(
    Form form, FormProblems problems, String tag, ServiceEdit.@Nullable Frame theirs)
    implements PageModel {

  /** The fields; obligations and exclusions stand one on each line. */
  public record Form(
      String supplier, String colour, String currency, String demand, String supply, String not) {
    static Form of(ServiceEdit.Frame frame) {
      return new Form(
          frame.supplier(),
          frame.colour() == null ? "" : frame.colour(),
          frame.currency(),
          lines(frame, Side.DEMAND),
          lines(frame, Side.SUPPLY),
          String.join("\n", frame.exclusions().stream().map(each -> each.text()).toList()));
    }

    private static String lines(ServiceEdit.Frame frame, Side side) {
      List<String> texts =
          frame.obligations().stream()
              .filter(each -> each.side() == side)
              .map(Obligation::text)
              .toList();
      return String.join("\n", texts);
    }

    static Form of(Fields fields) {
      return new Form(
          fields.text("supplier"),
          fields.text("colour"),
          fields.text("currency"),
          fields.text("obligations.demand"),
          fields.text("obligations.supply"),
          fields.text("exclusions"));
    }
  }

  /** What somebody else has made of it, field by field, or null. */
  public @Nullable Form theirForm() {
    return theirs == null ? null : Form.of(theirs);
  }

  @Override
  public int status() {
    return theirs != null ? 409 : problems.isEmpty() ? 200 : 422;
  }

  @Override
  public String template() {
    return "agreements/service_terms";
  }
}
