package org.concordat.core.versions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A map in many small parts: a copy shares all parts until one of the two writes to them. Its order
 * is none in particular.
 */
public final class PartedMap<K, V> {
  /** A part holds about so many entries, when the map is as large as it was said to become. */
  private static final int PART = 32;

  private final List<Map<K, V>> parts;

  /** By part: whether nobody shares it. */
  private boolean[] own;

  private int size;

  /**
   * A map without entries.
   *
   * @param expected about how many entries it will have; with more it takes longer to write to
   */
  public PartedMap(int expected) {
    int count = Integer.highestOneBit(Math.max(16, expected / PART));
    parts = new ArrayList<>(Collections.nCopies(count, Map.of()));
    own = new boolean[count];
  }

  private PartedMap(PartedMap<K, V> shared) {
    parts = new ArrayList<>(shared.parts);
    own = new boolean[parts.size()];
    size = shared.size;
  }

  /** The same entries, in time of a small share of their count. */
  public PartedMap<K, V> copy() {
    own = new boolean[parts.size()];
    return new PartedMap<>(this);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  private int part(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash >>> 16 ^ hash) & (own.length - 1);
  }

  public @Nullable V get(K key) {
    return parts.get(part(key)).get(key);
  }

  private Map<K, V> ownPart(K key) {
    int part = part(key);
    if (!own[part]) {
      parts.set(part, new HashMap<>(parts.get(part)));
      own[part] = true;
    }
    return parts.get(part);
  }

  /** Puts an entry in, in place of another one of this key. */
  public void put(K key, V value) {
    if (ownPart(key).put(key, value) == null) {
      size++;
    }
  }

  public void remove(K key) {
    if (get(key) != null) {
      ownPart(key).remove(key);
      size--;
    }
  }

  /** All values. */
  public Iterable<V> values() {
    return () -> new Values<>(parts);
  }

  private static final class Values<K, V> implements Iterator<V> {
    private final Iterator<Map<K, V>> parts;
    private Iterator<V> values = Collections.emptyIterator();

    Values(List<Map<K, V>> parts) {
      this.parts = parts.iterator();
    }

    @Override
    public boolean hasNext() {
      while (!values.hasNext() && parts.hasNext()) {
        values = parts.next().values().iterator();
      }
      return values.hasNext();
    }

    @Override
    public V next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return values.next();
    }
  }
}
