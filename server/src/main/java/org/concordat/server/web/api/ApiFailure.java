package org.concordat.server.web.api;

/** Thrown where a request to the API cannot be answered as it wished; carries the problem. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A failure that is answered with this problem. */
  public ApiFailure(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
