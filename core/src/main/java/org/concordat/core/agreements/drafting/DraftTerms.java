package org.concordat.core.agreements.drafting;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Term;

/**
 * What a draft cannot know from needs and catalogue.
 *
 * @param id of the agreement
 * @param version from 1
 * @param organisation the organisation's id
 * @param supplier what people call the supply side
 */
public record DraftTerms(
    String id,
    int version,
    String organisation,
    String supplier,
    String title,
    Term term,
    LocalDate reviewOn,
    int graceDays,
    ServiceCalendar calendar,
    List<MaintenanceWindow> maintenance) {
  public DraftTerms {
    maintenance = List.copyOf(maintenance);
  }
}
