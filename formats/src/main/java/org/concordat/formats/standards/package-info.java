/**
 * Catalogues and crosswalks as files.
 *
 * <p>{@link org.concordat.formats.standards.StandardsFiles} reads any number of them as one {@link
 * org.concordat.core.standards.Library}, or says everything that is wrong with all of them. A
 * catalogue in YAML, or in JSON with the same keys:
 *
 * <pre>
 * catalogue: {id: acme-2026, title: Acme controls, version: "2026", source: intranet, licence: ours}
 * controls:
 *   - id: A.1
 *     title: Access
 *     text: what it demands
 *     exhaustive: true          # its parts together are all of it
 *     parts:
 *       - {id: A.1.1, title: Accounts}
 *       - A.1.2                 # listed elsewhere in the catalogue
 *   - {id: A.1.2, title: Keys}
 *   - {id: A.9, title: Modems, withdrawn: true}
 * </pre>
 *
 * A crosswalk, whose {@code relation} is one of equal, subset, superset, intersects, none and
 * related, the last where it is absent:
 *
 * <pre>
 * crosswalk: {id: acme-iso, source: acme-2026, target: iso27001-2022, publisher: Acme, url: ...}
 * mappings:
 *   - {source: A.1.1, relation: subset, target: A.5.16, strength: 8, because: the reason}
 * </pre>
 *
 * A catalogue may also be an OSCAL document ({@link
 * org.concordat.formats.standards.OscalCatalogues}). {@link
 * org.concordat.formats.standards.OperatedFile} reads which controls are in operation.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.standards;
