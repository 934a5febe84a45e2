import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The data that the content is made of, read as it lies there. */
final class Sources {
  private final Path data;

  Sources(Path data) {
    this.data = data;
  }

  /** Where a file of the data is. */
  Path file(String name) {
    return data.resolve(name);
  }

  Map<?, ?> yaml(String file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(100_000_000).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(data.resolve(file)));
  }

  List<NamedCsvRecord> csv(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(data.resolve(file))) {
      return rows.stream().toList();
    }
  }

  static List<Map<?, ?>> entries(Map<?, ?> map, String... keys) {
    List<Map<?, ?>> entries = new ArrayList<>();
    for (String key : keys) {
      if (map.get(key) instanceof List<?> list) {
        list.forEach(e -> entries.add((Map<?, ?>) e));
      }
    }
    return entries;
  }

  static String text(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> key + " of " + map).toString();
  }

  /** Numbers in ids by their size, so that 4.5.10 comes after 4.5.9. */
  static String inOrder(String id) {
    return Pattern.compile("[0-9]+")
        .matcher(id)
        .replaceAll(m -> "%04d".formatted(Integer.parseInt(m.group())));
  }
}
