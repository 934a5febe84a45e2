package org.concordat.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The style sheets, scripts and pictures that pages refer to. The address of a file holds a hash of
 * its content, so browsers keep it for good and still see every change.
 */
final class AssetFiles {
  private static final String FOLDER = "/assets/";
  private static final String ADDRESS = "/static/";
  private static final int HASH_CHARACTERS = 12;

  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  String address(String name) {
    return addresses.computeIfAbsent(name, this::hashed);
  }

  private String hashed(String name) {
    byte[] content = content(name);
    if (content == null) {
      throw new IllegalArgumentException("there is no file " + FOLDER + name);
    }
    int dot = name.lastIndexOf('.');
    String hashed = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
    names.put(hashed, name);
    return ADDRESS + hashed;
  }

  /** The content of the file at an address, or null when there is none. */
  byte @Nullable [] at(String hashed) {
    String name = names.get(hashed);
    if (name == null) {
      name = hashed.replaceFirst("\\.[0-9a-f]{" + HASH_CHARACTERS + "}(?=\\.[a-z0-9]+$)", "");
      if (name.equals(hashed)
          || name.contains("..")
          || content(name) == null
          || !address(name).equals(ADDRESS + hashed)) {
        return null;
      }
    }
    return content(name);
  }

  private static byte @Nullable [] content(String name) {
    try (InputStream in = AssetFiles.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    return Sha256.hex(content).substring(0, HASH_CHARACTERS);
  }
}
