import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks a compiled module descriptor as one of Java 17.
 *
 * <p>Maven may run on JDK 17, whose jar tool reads no descriptor of a newer version; what a
 * descriptor holds has been the same since Java 9. A descriptor that is marked already is left
 * alone, so that what is built on it need not be built again.
 *
 * <p>Usage: {@code java build/Descriptor.java target/classes/module-info.class}
 */
final class Descriptor {
  private static final int JAVA_17 = 61;

  public static void main(String[] args) throws IOException {
    Path descriptor = Path.of(args[0]);
    if (Files.notExists(descriptor)) {
      throw new IOException(descriptor + " is missing: compile the module first");
    }
    try (var file = new RandomAccessFile(descriptor.toFile(), "rw")) {
      file.seek(6);
      if (file.readUnsignedShort() > JAVA_17) {
        file.seek(6);
        file.writeShort(JAVA_17);
      }
    }
  }
}
