package org.concordat.server.alignment.api;

import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of entry of the model, as the API reads and writes it. What is the same for all kinds is
 * done by {@link EntryResource}.
 *
 * @param <K> what tells an entry from others of the kind
 * @param <E> the entry
 */
interface EntryKind<K, E> {
  Shape shape();

  /** The key that the members of an object say, or null when they do not say one. */
  @Nullable K key(Values said);

  /** The address of an entry. */
  String path(K key);

  /** The entry that an object wants there to be; null when something is wrong, which is told. */
  @Nullable E read(K key, Values said, Snapshot model, Errors errors);

  /** The wish that the entry be so, or go. */
  Wish wish(K key, @Nullable E wanted, String tag);

  /** The entry as it is, or null. */
  @Nullable E present(K key, Snapshot model);

  /** As it is told. */
  ObjectNode json(E entry, Snapshot model);
}
