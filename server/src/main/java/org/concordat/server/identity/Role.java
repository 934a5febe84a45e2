package org.concordat.server.identity;

import static org.concordat.server.identity.Permission.AGREE_DEMAND;
import static org.concordat.server.identity.Permission.AGREE_SUPPLY;
import static org.concordat.server.identity.Permission.DECIDE_ESCALATIONS;
import static org.concordat.server.identity.Permission.DRAFT_CHANGES;
import static org.concordat.server.identity.Permission.EDIT_ASSETS;
import static org.concordat.server.identity.Permission.EDIT_DEMAND;
import static org.concordat.server.identity.Permission.EDIT_MODEL;
import static org.concordat.server.identity.Permission.EDIT_OPERATION;
import static org.concordat.server.identity.Permission.EDIT_STANDARDS;
import static org.concordat.server.identity.Permission.EDIT_SUPPLY;
import static org.concordat.server.identity.Permission.JUDGE;
import static org.concordat.server.identity.Permission.MANAGE_PEOPLE;
import static org.concordat.server.identity.Permission.MEASURE;
import static org.concordat.server.identity.Permission.NEGOTIATE;
import static org.concordat.server.identity.Permission.OWN_ACCOUNT;
import static org.concordat.server.identity.Permission.READ_AGREEMENTS;
import static org.concordat.server.identity.Permission.READ_MODEL;
import static org.concordat.server.identity.Permission.READ_SUMMARY;
import static org.concordat.server.identity.Permission.READ_TRAIL;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is to the organisation's security; one person may have several roles. */
public enum Role {
  SECURITY_OFFICER(
      EDIT_ASSETS,
      READ_SUMMARY,
      READ_MODEL,
      JUDGE,
      EDIT_DEMAND,
      EDIT_SUPPLY,
      EDIT_MODEL,
      EDIT_OPERATION,
      EDIT_STANDARDS,
      DRAFT_CHANGES,
      READ_AGREEMENTS,
      NEGOTIATE,
      AGREE_SUPPLY,
      MEASURE,
      READ_TRAIL,
      OWN_ACCOUNT),
  /** Demand side, for units: states the vision and has the last word on impacts. */
  UNIT_HEAD(
      EDIT_ASSETS,
      READ_SUMMARY,
      READ_MODEL,
      JUDGE,
      EDIT_DEMAND,
      DRAFT_CHANGES,
      READ_AGREEMENTS,
      NEGOTIATE,
      AGREE_DEMAND,
      OWN_ACCOUNT),
  /** Demand side, for units: judges. */
  CONTRIBUTOR(READ_SUMMARY, READ_MODEL, JUDGE, DRAFT_CHANGES, READ_AGREEMENTS, OWN_ACCOUNT),
  /** Supply side: runs the assets that others depend on. */
  SERVICE_OWNER(
      EDIT_ASSETS,
      READ_SUMMARY,
      READ_MODEL,
      EDIT_SUPPLY,
      EDIT_OPERATION,
      DRAFT_CHANGES,
      READ_AGREEMENTS,
      NEGOTIATE,
      AGREE_SUPPLY,
      MEASURE,
      OWN_ACCOUNT),
  /** Reads everything, changes nothing. */
  AUDITOR(READ_SUMMARY, READ_MODEL, READ_AGREEMENTS, READ_TRAIL, OWN_ACCOUNT),
  /** Reads the summary, and decides what units and supply cannot settle between them. */
  BOARD(READ_SUMMARY, READ_AGREEMENTS, NEGOTIATE, DECIDE_ESCALATIONS, OWN_ACCOUNT),
  /** Looks after people, not content. */
  ADMINISTRATOR(MANAGE_PEOPLE, OWN_ACCOUNT);

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<Permission> permissions;

  Role(Permission first, Permission... others) {
    permissions = Set.copyOf(EnumSet.of(first, others));
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /** Whether the role is held for certain units, not for the whole organisation. */
  public boolean ofUnits() {
    return this == UNIT_HEAD || this == CONTRIBUTOR;
  }
}
