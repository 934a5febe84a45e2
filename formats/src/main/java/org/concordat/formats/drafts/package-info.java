/**
 * Things to try out on a model as people and programs write them, in files and over the API:
 *
 * <pre>
 * changes:
 *   - {try: link, from: claims-db/availability, to: productivity-loss, level: marginal}
 *   - {try: new-asset, name: Second site, kind: technical, unit: claims}
 *   - {try: dependency, from: claims-process, to: second-site}
 *   - {try: passing, from: claims-process, to: second-site, redundancy: {group: sites, needs: 1}}
 * </pre>
 */
@NullMarked
package org.concordat.formats.drafts;

import org.jspecify.annotations.NullMarked;
