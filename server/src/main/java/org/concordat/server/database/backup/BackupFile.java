package org.concordat.server.database.backup;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.server.database.backup.BackupManifest.KeyPart;
import org.concordat.server.database.backup.BackupManifest.Part;
import org.concordat.server.database.backup.BackupManifest.TablePart;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup whose every byte has been checked against the checksums in its manifest. They show
 * damage, not forgery: who can write the file can write its manifest; the seals of the trail are
 * what shows whether somebody rewrote that.
 */
public final class BackupFile implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ANOTHER = "take another copy of the backup, or another backup";

  /** A manifest of a hundred tables has some 30 KB. */
  private static final int LARGEST_MANIFEST = 4 << 20;

  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a file and reads all of it once.
   *
   * @throws InvalidInput when it is no backup, not all of one, or damaged
   */
  public static BackupFile open(Path file) throws IOException, InvalidInput {
    Place place = Place.of(file.toString());
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw e;
    } catch (ZipException e) {
      throw noBackup(place);
    }
    boolean sound = false;
    try {
      BackupFile backup = new BackupFile(zip, manifest(zip, place));
      List<Finding> findings = backup.damage(place);
      if (!findings.isEmpty()) {
        throw new InvalidInput(findings);
      }
      sound = true;
      return backup;
    } finally {
      if (!sound) {
        zip.close();
      }
    }
  }

  private static InvalidInput noBackup(Place place) {
    return new InvalidInput(
        Finding.error(place, "this is no backup of Concordat, or not all of one", ANOTHER));
  }

  private static BackupManifest manifest(ZipFile zip, Place place)
      throws IOException, InvalidInput {
    @Nullable ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw noBackup(place);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(LARGEST_MANIFEST);
      int format = JSON.readTree(text).path("format").asInt(0);
      if (format > BackupManifest.FORMAT) {
        throw new InvalidInput(
            Finding.error(
                place,
                "this backup is of a newer Concordat (format " + format + ")",
                "restore it with that version"));
      }
      @Nullable BackupManifest manifest = JSON.readValue(text, BackupManifest.class);
      if (manifest == null || manifest.format() != BackupManifest.FORMAT) {
        throw noBackup(place);
      }
      return manifest;
    } catch (ZipException | JacksonException e) {
      throw noBackup(place);
    }
  }

  private List<Finding> damage(Place place) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      unknown.add(all.nextElement().getName());
    }
    unknown.remove(MANIFEST);
    List<Part> parts =
        Stream.concat(
                manifest.tables().stream().map(TablePart::part),
                manifest.keys().stream().map(KeyPart::part))
            .toList();
    for (Part part : parts) {
      unknown.remove(part.entry());
      wrong(part)
          .ifPresent(
              problem -> findings.add(Finding.error(place, part.entry() + " " + problem, ANOTHER)));
    }
    unknown.stream()
        .sorted()
        .forEach(
            entry ->
                findings.add(Finding.error(place, entry + " is not part of the backup", ANOTHER)));
    return findings;
  }

  private Optional<String> wrong(Part part) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(part.entry());
    if (entry == null) {
      return Optional.of("is missing");
    }
    Checksum checksum = new Checksum();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        checksum.add(buffer, 0, read);
        if (checksum.bytes() > part.bytes()) {
          return Optional.of("is damaged: it is longer than it was");
        }
      }
    } catch (ZipException | EOFException e) {
      return Optional.of("is damaged");
    }
    return checksum.bytes() == part.bytes() && checksum.sha256().equals(part.sha256())
        ? Optional.empty()
        : Optional.of("is damaged: it is not what its checksum says");
  }

  /** What it holds. */
  public BackupManifest manifest() {
    return manifest;
  }

  /** The content of a key file. */
  public byte[] read(KeyPart key) throws IOException {
    try (InputStream in = open(key.part())) {
      return in.readAllBytes();
    }
  }

  InputStream open(Part part) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(part.entry());
    if (entry == null) {
      throw new IOException(part.entry() + " has left the backup while it was read");
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
