package org.concordat.server.standards;

import java.util.List;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;

/**
 * Who may change what of the standards. The security officer may change everything. Whoever runs
 * services says whether controls are in operation, and nothing else: which standards bind, how they
 * relate and which requirement a control satisfies is for security to judge, not for those who are
 * measured by it.
 */
public final class StandardsPolicy {
  private final Caller caller;

  /** The policy for a caller. */
  public StandardsPolicy(Caller caller) {
    this.caller = caller;
  }

  /** Those of the changes that the caller may not make. */
  public List<ProgrammeChange> refused(List<ProgrammeChange> changes) {
    return changes.stream().filter(change -> !allows(change)).toList();
  }

  /** Whether the caller may make a change. */
  public boolean allows(ProgrammeChange change) {
    return caller.may(
        switch (change.present()) {
          case ControlOperation _ -> Permission.EDIT_OPERATION;
          case Adoption _,
              CrosswalkUse _,
              OwnCatalogue _,
              OwnControl _,
              OwnCrosswalk _,
              OwnMapping _,
              OwnConsidered _,
              RequirementLink _,
              Obligation _,
              ObligationControl _ ->
              Permission.EDIT_STANDARDS;
        });
  }
}
