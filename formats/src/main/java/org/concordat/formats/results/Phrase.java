package org.concordat.formats.results;

/**
 * What a report says. The patterns are English, in the manner of {@link java.text.MessageFormat}.
 */
public enum Phrase {
  TITLE("Results: {0}"),
  LEAD("Whether {1} keeps what it has promised to {0}."),
  PERIOD("{0} to {1}, as of {2}. A window that touches the period is told whole."),
  MET("met"),
  BREACHED("breached"),
  NOT_ENOUGH_DATA("not enough data"),
  WINDOWS_MET("windows met"),
  WINDOWS_BREACHED("windows breached"),
  WINDOWS_WITHOUT("windows with too little data"),
  CREDITS("Credits due: {0}."),
  GLANCE("At a glance"),
  REQUIREMENT("What is protected"),
  GOALS("for {0}"),
  TARGET("Target"),
  KEPT("Kept"),
  KEPT_OF("{0} of {1}"),
  OUTLOOK("Outlook"),
  CREDIT("Credit"),
  TREND_UP("values rise"),
  TREND_DOWN("values fall"),
  CHANCE_UNLIKELY("a breach is unlikely"),
  CHANCE_POSSIBLE("a breach is possible"),
  CHANCE_LIKELY("a breach is likely"),
  CHANCE_CERTAIN("a breach is certain"),
  CHANCE_ON("from {0} on"),
  NO_OUTLOOK("no clear trend"),
  TARGETS("Window by window"),
  WINDOW("Window"),
  VERDICT("Verdict"),
  VALUE("Value"),
  RECORDS("Records"),
  RUNNING("still running"),
  AWAITING("late records may come"),
  CLOSED("closed"),
  SETTLED("{0} at its close"),
  NOTHING_MEASURED("Nothing is measured yet."),
  MEASURE_FIRST("Hand in measurements, or let them be fetched."),
  RISKS("Accepted risks, and the goals at stake"),
  RISKS_NONE("No risk is accepted: everything is agreed as it is needed."),
  SHORTFALL("{0} is needed and {1} is agreed"),
  RISK("until {0}: {1} Saves {2} a year."),
  AT_STAKE("At stake: {0}."),
  LESSONS("What should change"),
  LESSONS_NONE("Nothing: no target was always met with slack, and none was never met."),
  SLACK("met with slack in {0} windows in a row; it could ask for {1}"),
  NEVER("breached in {0} windows in a row; the best was {1}"),
  HARMLESS("breached in {0} windows of the last year, and no incident did harm: is it needed?");

  private final String english;

  Phrase(String english) {
    this.english = english;
  }

  /** The English pattern. */
  public String english() {
    return english;
  }
}
