package org.concordat.formats.archimate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.AssetKind;
import org.concordat.formats.archimate.ModelLinks.Link;
import org.concordat.formats.archimate.ModelLinks.Pair;

/**
 * Tells business actors that are parts of the organisation from single people and outside parties.
 *
 * <p>ArchiMate draws a department, an employee and a customer alike. What gives the last two away
 * is that they play a role and do nothing besides: the role performs no behaviour, and the actor
 * performs none, is part of nothing and deals with no other actor or function.
 */
final class Actors {
  private final Map<String, Meaning> meanings;
  private final Set<String> workingRoles = new HashSet<>();
  private final Set<String> players = new HashSet<>();
  private final Set<String> parts = new HashSet<>();

  private Actors(Map<String, Meaning> meanings) {
    this.meanings = meanings;
  }

  /** The actors that are people rather than units. */
  static Set<String> thatArePeople(Map<String, Meaning> meanings, Iterable<Link> links) {
    Actors actors = new Actors(meanings);
    for (Link link : links) {
      link.pairs().forEach(pair -> actors.findWorkingRole(link.type(), pair));
    }
    for (Link link : links) {
      link.pairs().forEach(pair -> actors.look(link.type(), pair));
    }
    actors.players.removeAll(actors.parts);
    return actors.players;
  }

  private void findWorkingRole(RelationType type, Pair pair) {
    if (type == RelationType.ASSIGNMENT && isPeople(pair.source()) && isBehaviour(pair.target())) {
      workingRoles.add(pair.source());
    }
  }

  private void look(RelationType type, Pair pair) {
    if (type == RelationType.ASSIGNMENT && isActor(pair.source())) {
      String task = pair.target();
      if (isBehaviour(task) || workingRoles.contains(task)) {
        parts.add(pair.source());
      } else if (isPeople(task) || meanings.get(task) instanceof Meaning.Unused) {
        players.add(pair.source());
      }
    } else {
      lookAtPeer(type, pair.source(), pair.target());
      lookAtPeer(type, pair.target(), pair.source());
    }
  }

  private void lookAtPeer(RelationType type, String actor, String peer) {
    boolean deals = isActor(peer) || meanings.get(peer) instanceof Meaning.Unit;
    boolean joins = type.partWhole() && isPeople(peer);
    if (isActor(actor) && (deals || joins)) {
      parts.add(actor);
    }
  }

  private boolean isActor(String element) {
    return meanings.get(element) instanceof Meaning.Actor;
  }

  private boolean isPeople(String element) {
    return meanings.get(element) instanceof Meaning.Asset(AssetKind kind)
        && kind == AssetKind.PEOPLE;
  }

  private boolean isBehaviour(String element) {
    return switch (meanings.get(element)) {
      case Meaning.Unit _ -> true;
      case Meaning.Asset(AssetKind kind) -> kind != AssetKind.PEOPLE;
      case null, default -> false;
    };
  }
}
