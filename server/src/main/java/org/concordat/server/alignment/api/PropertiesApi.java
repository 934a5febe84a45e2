package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;

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

/** Security properties that the organisation adds to the known ones. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class PropertiesApi {
  private final EntryResource entries;
  private final BulkResource bulk;

  PropertiesApi(EntryResource entries, BulkResource bulk) {
    this.entries = entries;
    this.bulk = bulk;
  }

  @GetMapping("/properties")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the properties of the organisation", answer = "PropertyRowList")
  ApiAnswer list(Call call, Paging paging, @RequestParam(defaultValue = "") String q) {
    return entries.list(call, paging, Entries.PROPERTY, model -> model.properties(), q);
  }

  @GetMapping("/properties/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a property", answer = "Property")
  ApiAnswer show(Call call, @PathVariable String id) {
    return entries.get(call, Entries.PROPERTY, id);
  }

  @PutMapping(path = "/properties/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes a property, or makes it another",
      body = "Property",
      answer = "Property",
      statuses = {200, 201, 204})
  ApiAnswer put(Call call, @PathVariable String id) {
    return entries.put(call, Entries.PROPERTY, id);
  }

  @PatchMapping(
      path = "/properties/{id}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes some members of a property",
      body = "Property",
      answer = "Property",
      statuses = {200, 204})
  ApiAnswer patch(Call call, @PathVariable String id) {
    return entries.patch(call, Entries.PROPERTY, id);
  }

  @DeleteMapping("/properties/{id}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Takes a property away", statuses = 204)
  ApiAnswer delete(Call call, @PathVariable String id) {
    return entries.delete(call, Entries.PROPERTY, id);
  }

  @PostMapping(path = "/properties", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes many at once, one a line",
      body = "PropertyLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulk(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, Entries.PROPERTY, flag("dry-run", dryRun), flag("atomic", atomic));
  }
}
