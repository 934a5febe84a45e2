package org.concordat.formats.oscal;

import java.util.Optional;

/** The kinds of OSCAL documents, by the name of their outermost member or element. */
public enum OscalKind {
  CATALOG("catalog", "a catalogue of controls"),
  PROFILE("profile", "a profile (baseline)"),
  MAPPING_COLLECTION("mapping-collection", "a collection of mappings"),
  COMPONENT_DEFINITION("component-definition", "a component definition"),
  SYSTEM_SECURITY_PLAN("system-security-plan", "a system security plan"),
  ASSESSMENT_PLAN("assessment-plan", "an assessment plan"),
  ASSESSMENT_RESULTS("assessment-results", "assessment results"),
  PLAN_OF_ACTION_AND_MILESTONES("plan-of-action-and-milestones", "a plan of action and milestones");

  private final String root;
  private final String description;

  OscalKind(String root, String description) {
    this.root = root;
    this.description = description;
  }

  /** The name of the outermost member or element: {@code catalog}. */
  public String root() {
    return root;
  }

  /** With its article: {@code a catalogue of controls}. */
  public String description() {
    return description;
  }

  /** The kind of document whose outermost member has that name. */
  public static Optional<OscalKind> of(String root) {
    for (OscalKind kind : values()) {
      if (kind.root.equals(root)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
