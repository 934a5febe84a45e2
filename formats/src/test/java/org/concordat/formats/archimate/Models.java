package org.concordat.formats.archimate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The real models, and small ones that tests write themselves. */
final class Models {
  private Models() {}

  /** The bytes of a real model, unpacked when it is kept compressed. */
  static byte[] bytes(String name) throws IOException {
    InputStream plain = Models.class.getResourceAsStream("/archimate/" + name);
    InputStream in =
        plain != null
            ? plain
            : new GZIPInputStream(
                Objects.requireNonNull(
                    Models.class.getResourceAsStream("/archimate/" + name + ".gz"), name));
    try (in) {
      return in.readAllBytes();
    }
  }

  static Path real(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name), bytes(name));
  }

  /** A file in Archi's format with these elements and relations in it. */
  static Path archi(Path folder, String content) throws IOException {
    return Files.writeString(
        folder.resolve("small.archimate"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:archimate="http://www.archimatetool.com/archimate" name="Small" id="m" version="5.0.0">
          <folder name="All" id="f" type="business">
        %s
          </folder>
        </archimate:model>
        """
            .formatted(content),
        StandardCharsets.UTF_8);
  }

  static String element(String id, String type, String name) {
    return "<element xsi:type=\"archimate:%s\" id=\"%s\" name=\"%s\"/>\n".formatted(type, id, name);
  }

  static String relation(String id, String type, String source, String target) {
    return "<element xsi:type=\"archimate:%sRelationship\" id=\"%s\" source=\"%s\" target=\"%s\"/>\n"
        .formatted(type, id, source, target);
  }
}
