package org.concordat.core.standards.programme;

/** The kinds of entries of a programme; those that others speak of come first. */
public enum EntryKind {
  OWN_CATALOGUE,
  OWN_CONTROL,
  OWN_CROSSWALK,
  OWN_MAPPING,
  OWN_CONSIDERED,
  ADOPTION,
  CROSSWALK_USE,
  CONTROL_OPERATION,
  REQUIREMENT_LINK,
  OBLIGATION,
  OBLIGATION_CONTROL
}
