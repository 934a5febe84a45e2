/**
 * YAML with the place of every value, for formats that report all mistakes at once.
 *
 * <p>{@link org.concordat.formats.yaml.YamlEvents} steps through a {@link
 * org.concordat.formats.yaml.Source} within limits and composes small trees of {@link
 * org.concordat.formats.yaml.YamlNode}; an {@link org.concordat.formats.yaml.EntryReader} takes the
 * values of a mapping by their keys. Aliases, anchors and tags are refused.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.yaml;
