package org.concordat.server.deciding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the model that somebody tries out.
 *
 * @param about what it was begun about, such as {@code asset:claims-db}, or null
 * @param shared whether everybody who reads the model may open it while it is open
 * @param revision counts what is done to the draft
 * @param proposal who proposed it, or null for nobody
 * @param decision what somebody else decided, or null for nothing yet
 * @param changes made at once, on top of the model
 */
public record Draft(
    UUID id,
    String name,
    @Nullable String about,
    State state,
    boolean shared,
    int revision,
    Act made,
    @Nullable Act proposal,
    @Nullable Act decision,
    @Nullable UUID change,
    List<WorkspaceChange> changes) {
  /** A name has so many characters at the most. */
  public static final int LONGEST_NAME = 200;

  public Draft {
    changes = List.copyOf(changes);
  }

  /** Where a draft stands. */
  public enum State {
    /** Its maker works on it. */
    OPEN,
    /** Somebody else is to decide. */
    PROPOSED,
    /** Its changes were made. */
    APPLIED,
    /** Somebody else said no. */
    REFUSED,
    /** Its maker gave it up. */
    DROPPED
  }

  /**
   * Somebody did something to it.
   *
   * @param name of the person
   * @param words what they said, or null
   */
  public record Act(UUID by, String name, Instant at, @Nullable String words) {}

  /** Whether nothing more will come of it. */
  public boolean isClosed() {
    return switch (state) {
      case OPEN, PROPOSED -> false;
      case APPLIED, REFUSED, DROPPED -> true;
    };
  }

  /** Whether it is the caller's own. */
  public boolean isOf(Caller caller) {
    return made.by().equals(caller.account());
  }

  /** Whether the caller may open it. */
  boolean isOpenTo(Caller caller) {
    return isOf(caller)
        || switch (state) {
          case OPEN -> shared;
          case PROPOSED, APPLIED, REFUSED -> true;
          case DROPPED -> false;
        };
  }

  /** Whether the caller may still change it. */
  public boolean isEditedBy(Caller caller) {
    return state == State.OPEN && isOf(caller);
  }

  /** Whether the caller is somebody who may decide on it, as far as the draft itself says. */
  public boolean isDecidedBy(Caller caller) {
    return state == State.PROPOSED && proposal != null && !proposal.by().equals(caller.account());
  }
}
