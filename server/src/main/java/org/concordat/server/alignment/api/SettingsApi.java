package org.concordat.server.alignment.api;

import org.concordat.server.alignment.api.SettingsEntries.Only;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The organisation, and the settings that every score depends on. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class SettingsApi {
  private final EntryResource entries;

  SettingsApi(EntryResource entries) {
    this.entries = entries;
  }

  @GetMapping("/organisation")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads the organisation", answer = "Organisation")
  ApiAnswer showOrganisation(Call call) {
    return entries.get(call, SettingsEntries.ORGANISATION, Only.ONE);
  }

  @PutMapping(path = "/organisation", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes the organisation",
      body = "Organisation",
      answer = "Organisation",
      statuses = {200, 204})
  ApiAnswer putOrganisation(Call call) {
    return entries.put(call, SettingsEntries.ORGANISATION, Only.ONE);
  }

  @PatchMapping(
      path = "/organisation",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes some members of the organisation",
      body = "Organisation",
      answer = "Organisation",
      statuses = {200, 204})
  ApiAnswer patchOrganisation(Call call) {
    return entries.patch(call, SettingsEntries.ORGANISATION, Only.ONE);
  }

  @GetMapping("/settings")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads the settings", answer = "Settings")
  ApiAnswer showSettings(Call call) {
    return entries.get(call, SettingsEntries.SETTINGS, Only.ONE);
  }

  @PutMapping(path = "/settings", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes the settings",
      body = "Settings",
      answer = "Settings",
      statuses = {200, 204})
  ApiAnswer putSettings(Call call) {
    return entries.put(call, SettingsEntries.SETTINGS, Only.ONE);
  }

  @PatchMapping(
      path = "/settings",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Changes some members of the settings",
      body = "Settings",
      answer = "Settings",
      statuses = {200, 204})
  ApiAnswer patchSettings(Call call) {
    return entries.patch(call, SettingsEntries.SETTINGS, Only.ONE);
  }
}
