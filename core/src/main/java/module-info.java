/**
 * The domain of Concordat: values, rules and engines. Needs nothing but {@code java.base} at run
 * time; the annotations of JSpecify are read by the compiler only.
 */
@org.jspecify.annotations.NullMarked
module org.concordat.core {
  requires static transitive org.jspecify;

  exports org.concordat.core.agreements;
  exports org.concordat.core.agreements.comparison;
  exports org.concordat.core.agreements.drafting;
  exports org.concordat.core.agreements.evaluation;
  exports org.concordat.core.agreements.learning;
  exports org.concordat.core.agreements.needs;
  exports org.concordat.core.agreements.negotiation;
  exports org.concordat.core.agreements.review;
  exports org.concordat.core.agreements.steps;
  exports org.concordat.core.alignment;
  exports org.concordat.core.alignment.attacks;
  exports org.concordat.core.alignment.budget;
  exports org.concordat.core.alignment.budget.search;
  exports org.concordat.core.alignment.live;
  exports org.concordat.core.alignment.priorities;
  exports org.concordat.core.alignment.rounds;
  exports org.concordat.core.alignment.classic;
  exports org.concordat.core.alignment.reassessment;
  exports org.concordat.core.alignment.sensitivity;
  exports org.concordat.core.alignment.whatif;
  exports org.concordat.core.assurance;
  exports org.concordat.core.digests;
  exports org.concordat.core.findings;
  exports org.concordat.core.standards;
  exports org.concordat.core.standards.inference;
  exports org.concordat.core.standards.programme;
  exports org.concordat.core.standards.topics;
  exports org.concordat.core.workspace;

  uses org.concordat.core.alignment.budget.search.ProgramSolver;
}
