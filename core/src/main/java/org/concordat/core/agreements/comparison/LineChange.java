package org.concordat.core.agreements.comparison;

import java.util.Set;
import org.concordat.core.agreements.AgreementLine;

/** What happened to a line from one version to another. Lines are the same by their ids. */
public sealed interface LineChange {
  String line();

  /** It is new. */
  record Added(AgreementLine after) implements LineChange {
    @Override
    public String line() {
      return after.id();
    }
  }

  /** It is gone. */
  record Removed(AgreementLine before) implements LineChange {
    @Override
    public String line() {
      return before.id();
    }
  }

  /** It differs in some aspects. */
  record Changed(AgreementLine before, AgreementLine after, Set<Aspect> aspects)
      implements LineChange {
    public Changed {
      aspects = Set.copyOf(aspects);
    }

    @Override
    public String line() {
      return after.id();
    }
  }

  /** It is as it was. */
  record Kept(AgreementLine after) implements LineChange {
    @Override
    public String line() {
      return after.id();
    }
  }

  /** In what lines differ. */
  enum Aspect {
    REQUIREMENT,
    NEED,
    AGREED_LEVEL,
    SERVICE,
    QUANTITY,
    PRICE,
    TARGETS,
    CARRIERS,
    GOALS,
    REMARK
  }
}
