package org.concordat.server.agreements.scraping;

/** That nothing was fetched, and why. */
final class ScrapeFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ScrapeProblem problem;

  /**
   * A failure.
   *
   * @param detail more of it, in English, without secrets
   */
  ScrapeFailure(ScrapeProblem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  ScrapeProblem problem() {
    return problem;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
