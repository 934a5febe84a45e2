package org.concordat.server.identity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request: a person or a program, with the roles as they are now.
 *
 * @param tenant the organisation
 * @param account the account's id
 * @param name the account's name for people to read
 * @param grants the roles that the account has
 * @param allowed what the caller may do: the permissions of the roles, or fewer for a token
 * @param owesFactor whether a second factor has to be made before anything else is done
 */
public record Caller(
    UUID tenant,
    UUID account,
    String name,
    List<Grant> grants,
    Set<Permission> allowed,
    boolean owesFactor) {
  public Caller {
    grants = List.copyOf(grants);
    allowed = Set.copyOf(allowed);
  }

  /**
   * A role, for some units or all.
   *
   * @param units the ids of the units that a role of units is held for; empty for other roles
   */
  public record Grant(Role role, Set<String> units) {
    public Grant {
      units = Set.copyOf(units);
      if (!role.ofUnits() && !units.isEmpty()) {
        throw new IllegalArgumentException(role + " is held for the whole organisation");
      }
    }
  }

  /** Somebody with all that the roles permit. */
  public static Caller of(UUID tenant, UUID account, String name, List<Grant> grants) {
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    grants.forEach(grant -> allowed.addAll(grant.role().permissions()));
    return new Caller(tenant, account, name, grants, allowed, false);
  }

  /** The same caller, who may no more than this. */
  public Caller limitedTo(Set<Permission> permissions) {
    Set<Permission> fewer = EnumSet.noneOf(Permission.class);
    fewer.addAll(permissions);
    fewer.retainAll(allowed);
    return new Caller(tenant, account, name, grants, fewer, owesFactor);
  }

  /** The same person, who makes a second factor before anything else and may nothing until then. */
  public Caller owingFactor() {
    return new Caller(tenant, account, name, grants, Set.of(), true);
  }

  /** What the trail says of a change that the caller makes. */
  public Attribution attribution(String request, @Nullable String reason) {
    return new Attribution(account.toString(), request, Ids.next(), reason);
  }

  public boolean may(Permission permission) {
    return allowed.contains(permission);
  }

  /** Whether the caller may do something that concerns a unit. */
  public boolean may(Permission permission, String unit) {
    return may(permission)
        && grants.stream()
            .filter(grant -> grant.role().permissions().contains(permission))
            .anyMatch(grant -> !grant.role().ofUnits() || grant.units().contains(unit));
  }

  /** The units that roles of units are held for, by role. */
  public Map<Role, Set<String>> units() {
    Map<Role, Set<String>> units = new EnumMap<>(Role.class);
    for (Grant grant : grants) {
      if (grant.role().ofUnits()) {
        units.put(grant.role(), grant.units());
      }
    }
    return units;
  }
}
