package org.concordat.server.web;

import java.util.Set;
import org.concordat.server.identity.Permission;

/**
 * An entry of the navigation; every room contributes its own as beans.
 *
 * @param order where it stands, ascending
 * @param group the text key of the group that it stands in
 * @param text the text key of its name
 * @param path where it leads
 * @param permissions who sees it: whoever has one of these
 */
public record NavigationItem(
    int order, String group, String text, String path, Set<Permission> permissions) {
  public NavigationItem {
    permissions = Set.copyOf(permissions);
  }
}
