package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;

import org.concordat.core.alignment.Factor;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.formats.content.ShippedContent;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Critical impact factors, and the catalogue to take them from. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class FactorsApi {
  private final EntryResource entries;
  private final BulkResource bulk;

  FactorsApi(EntryResource entries, BulkResource bulk) {
    this.entries = entries;
    this.bulk = bulk;
  }

  @GetMapping("/factors")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists factors", answer = "FactorRowList")
  ApiAnswer list(Call call, Paging paging, @RequestParam(defaultValue = "") String q) {
    return entries.list(call, paging, Entries.FACTOR, model -> model.factors(), q);
  }

  @GetMapping("/factors/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a factor", answer = "Factor")
  ApiAnswer show(Call call, @PathVariable String id) {
    return entries.get(call, Entries.FACTOR, id);
  }

  @PutMapping(path = "/factors/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes a factor, or makes it another",
      body = "Factor",
      answer = "Factor",
      statuses = {200, 201, 204})
  ApiAnswer put(Call call, @PathVariable String id) {
    return entries.put(call, Entries.FACTOR, id);
  }

  @PatchMapping(
      path = "/factors/{id}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes some members of a factor",
      body = "Factor",
      answer = "Factor",
      statuses = {200, 204})
  ApiAnswer patch(Call call, @PathVariable String id) {
    return entries.patch(call, Entries.FACTOR, id);
  }

  @DeleteMapping("/factors/{id}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Takes a factor away", statuses = 204)
  ApiAnswer delete(Call call, @PathVariable String id) {
    return entries.delete(call, Entries.FACTOR, id);
  }

  @PostMapping(path = "/factors", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes many at once, one a line",
      body = "FactorLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulk(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, Entries.FACTOR, flag("dry-run", dryRun), flag("atomic", atomic));
  }

  @GetMapping("/catalogue/factors")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the factors that ship with the server", answer = "CatalogueFactorList")
  ApiAnswer catalogue(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String industry) {
    return entries.read(
        call,
        model ->
            paging.answer(
                paging.part(
                    ShippedContent.factors().stream()
                        .filter(offered -> industry.isEmpty() || offered.suits(industry))
                        .filter(offered -> EntryResource.matches(offered.asFactor(), q))
                        .toList(),
                    CatalogueFactor::id),
                offered -> {
                  Factor factor = offered.asFactor();
                  return Entries.FACTOR
                      .json(factor, model)
                      .put("taken", model.factor(factor.id()) != null);
                }));
  }
}
