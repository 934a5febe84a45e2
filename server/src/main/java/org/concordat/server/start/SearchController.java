package org.concordat.server.start;

import java.util.List;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds pages and things by what somebody types; the quick jump asks it too. */
@Controller
class SearchController {
  private final Search search;

  SearchController(Search search) {
    this.search = search;
  }

  @GetMapping("/search")
  @Needs(Permission.OWN_ACCOUNT)
  SearchPage search(Caller caller, @RequestParam(defaultValue = "") String q) {
    String words = q.strip().substring(0, Math.min(q.strip().length(), SearchPage.LONGEST));
    return new SearchPage(words, words.isEmpty() ? List.of() : search.find(caller, words));
  }
}
