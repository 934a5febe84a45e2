package org.concordat.server.workspace.imports;

import static org.concordat.server.database.schema.Tables.IMPORT_JOB;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.server.database.schema.tables.records.ImportJobRecord;
import org.concordat.server.workspace.imports.ImportJob.Preview;
import org.concordat.server.workspace.imports.ImportJob.Stage;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a job stands in its row. */
final class ImportRows {
  static final String WAITING = "waiting";
  static final String READING = "reading";
  static final String COMPARING = "comparing";
  static final String READY = "ready";
  static final String WRITING = "writing";
  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String CANCELLED = "cancelled";

  private static final int MOST_FINDINGS = 200;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Found(List<Finding> findings) {}

  private ImportRows() {}

  /** Jobs that have not come to their end, and wait for nobody. */
  static Condition moving() {
    return IMPORT_JOB.STAGE.in(WAITING, READING, COMPARING, WRITING);
  }

  /** Jobs that a server has to do, or began and does no longer stand up for. */
  static Condition toDo() {
    return IMPORT_JOB
        .STAGE
        .eq(WAITING)
        .or(
            IMPORT_JOB
                .STAGE
                .in(READING, COMPARING, WRITING)
                .and(IMPORT_JOB.ALIVE_UNTIL.lt(DSL.currentOffsetDateTime())));
  }

  static ImportJob job(ImportJobRecord row) {
    return new ImportJob(
        row.getId(),
        row.getName(),
        row.getBytes(),
        row.getTakesBack(),
        stage(row),
        row.getCreatedAt().toInstant(),
        row.getChangedAt().toInstant());
  }

  private static Stage stage(ImportJobRecord row) {
    return switch (row.getStage()) {
      case WAITING -> new Stage.Waiting();
      case READING -> new Stage.Reading();
      case COMPARING -> new Stage.Comparing();
      case READY ->
          new Stage.Ready(
              Objects.requireNonNull(preview(row.getPreview())), row.getPreviewDiffers());
      case WRITING -> new Stage.Writing(row.getRowsWritten(), row.getRowsInAll());
      case DONE -> new Stage.Done(row.getChange(), row.getMoved());
      case FAILED -> new Stage.Failed(findings(row.getFindings()));
      case CANCELLED -> new Stage.Cancelled();
      default -> throw new IllegalStateException("no stage of an import: " + row.getStage());
    };
  }

  static JSONB of(Preview preview) {
    return JSONB.valueOf(MAPPER.writeValueAsString(preview));
  }

  static JSONB of(List<Finding> findings) {
    return JSONB.valueOf(MAPPER.writeValueAsString(new Found(few(findings))));
  }

  /** Nobody reads a hundred thousand findings; the first ones and how many more there are. */
  static List<Finding> few(List<Finding> findings) {
    if (findings.size() <= MOST_FINDINGS) {
      return findings;
    }
    List<Finding> few = new ArrayList<>(findings.subList(0, MOST_FINDINGS));
    few.add(
        new Finding(
            findings.getFirst().severity(),
            Place.NOWHERE,
            "and " + (findings.size() - MOST_FINDINGS) + " more of the kind",
            null));
    return few;
  }

  static @Nullable Preview preview(@Nullable JSONB json) {
    return json == null ? null : MAPPER.readValue(json.data(), Preview.class);
  }

  private static List<Finding> findings(@Nullable JSONB json) {
    return json == null ? List.of() : MAPPER.readValue(json.data(), Found.class).findings();
  }
}
