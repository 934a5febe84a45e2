package org.concordat.server.web.table;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a table as a file, straight into the answer. Rows are read in parts, so that nobody who
 * wants to change something waits for a slow network; each part is of one state.
 */
final class TableFile<M, R> {
  private static final int PART = 500;
  private static final int BUFFER = 64 * 1024;

  private final Table<M, R> table;
  private final List<Column<M, R>> columns;
  private final Asked asked;
  private final Surroundings here;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  TableFile(Table<M, R> table, List<Column<M, R>> columns, Asked asked, Surroundings here) {
    this.table = table;
    this.columns = columns;
    this.asked = asked;
    this.here = here;
  }

  /** The kinds of files. */
  enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A list of objects, by the ids of the columns. */
    JSON("json", "application/json");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
      this.ending = ending;
      this.type = type;
    }

    /** The format that a path ends in. */
    static Format of(String path) {
      for (Format format : values()) {
        if (path.endsWith("." + format.ending)) {
          return format;
        }
      }
      return CSV;
    }
  }

  void write(Format format, Reading<M> reading, HttpServletResponse response) throws IOException {
    response.setContentType(format.type);
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(table.id() + "-" + LocalDate.now(clock) + "." + format.ending)
            .build()
            .toString());
    response.setHeader("Cache-Control", "no-store");
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    switch (format) {
      case CSV -> write(reading, RowWriter.csv(out));
      case XLSX -> write(reading, RowWriter.xlsx(out, here.text(table.title()), 1));
      case JSON -> writeJson(reading, out);
    }
    out.flush();
  }

  private void write(Reading<M> reading, RowWriter writer) throws IOException {
    try (RowWriter rows = writer) {
      rows.write(columns.stream().map(column -> here.text(column.text())).toList());
      eachRow(reading, rows::write);
    }
  }

  private void writeJson(Reading<M> reading, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
      json.writeStartArray();
      eachRow(
          reading,
          values -> {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
              json.writePOJOProperty(columns.get(i).id(), values.get(i));
            }
            json.writeEndObject();
          });
      json.writeEndArray();
    }
  }

  /** Takes the values of one row. */
  private interface Taking {
    void take(List<@Nullable Object> values) throws IOException;
  }

  private void eachRow(Reading<M> reading, Taking taking) throws IOException {
    int offset = 0;
    while (true) {
      int from = offset;
      List<List<Cell>> part = reading.read(model -> part(model, from));
      for (List<Cell> cells : part) {
        List<@Nullable Object> values = new ArrayList<>(cells.size());
        cells.forEach(cell -> values.add(cell.plain(here)));
        taking.take(values);
      }
      offset += part.size();
      if (part.size() < PART) {
        return;
      }
    }
  }

  private List<List<Cell>> part(M model, int offset) {
    List<List<Cell>> part = new ArrayList<>(PART);
    for (R row : table.finder().find(model, asked, offset, PART).rows()) {
      part.add(table.cells(model, row, columns));
    }
    return part;
  }
}
