package org.concordat.server.workspace.imports;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.concordat.server.workspace.WriteCompanion;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries imports out, and takes large actions back, one at a time in each server, so that a few
 * large files do not take all of its memory. What is to do stands in the jobs' rows; any server
 * takes it, and takes over what another left when it died.
 */
final class ImportWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  /** Jobs that other servers left are looked for so often; one's own are begun at once. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** A server that stops waits so long for its import to leave off. */
  private static final Duration LAST = Duration.ofSeconds(5);

  /** Somebody who watches sees the count move this often. */
  private static final Duration TELL = Duration.ofMillis(500);

  /** An edit between comparing and writing makes an import compare again, this often. */
  private static final int COMPARISONS = 3;

  private final TenantTransactions transactions;
  private final Organisations organisations;
  private final Accounts accounts;
  private final Models models;
  private final Uploads uploads;
  private final UUID runner = Ids.next();
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  private ImportWorker(
      TenantTransactions transactions,
      Organisations organisations,
      Accounts accounts,
      Models models,
      Uploads uploads) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.accounts = accounts;
    this.models = models;
    this.uploads = uploads;
    // A thread of its own: reading and comparing would keep a carrier of virtual threads busy.
    thread = Thread.ofPlatform().name("imports").daemon().unstarted(this::run);
  }

  static ImportWorker start(
      TenantTransactions transactions,
      Organisations organisations,
      Accounts accounts,
      Models models,
      Uploads uploads) {
    ImportWorker worker = new ImportWorker(transactions, organisations, accounts, models, uploads);
    worker.thread.start();
    return worker;
  }

  /** Says that there is something to do. */
  void wake() {
    calls.release();
  }

  private void run() {
    try {
      while (!closing) {
        boolean called = calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (called) {
          calls.drainPermits();
        }
        doAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void doAll() {
    try {
      boolean found = true;
      while (found && !closing) {
        found = false;
        // One of each organisation by turns, so that nobody waits for another's ten files.
        for (Organisations.Listed organisation : organisations.all()) {
          found |= doNext(organisation.id());
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("imports cannot be worked on; the next attempt is in {}", LOOK, e);
    }
  }

  private boolean doNext(UUID tenant) {
    if (closing) {
      return false;
    }
    Optional<ClaimedImport> next = ClaimedImport.next(transactions, runner, tenant);
    if (next.isEmpty()) {
      return false;
    }
    try (ClaimedImport job = next.get()) {
      carryOut(job);
    }
    return true;
  }

  private void carryOut(ClaimedImport job) {
    UUID id = job.claim.id();
    try {
      if (job.claim.attempt() > ClaimedImport.MOST_ATTEMPTS) {
        job.fail(
            problem(
                "it was interrupted " + ClaimedImport.MOST_ATTEMPTS + " times",
                "begin it again; if it happens again, it may be too large for the server's"
                    + " memory"));
        return;
      }
      UUID action = job.claim.takesBack();
      if (action == null) {
        bringIn(job);
      } else {
        takeBack(job, action);
      }
    } catch (InvalidInput invalid) {
      job.fail(invalid.findings());
    } catch (ClaimedImport.Lost lost) {
      LOG.info("import {} was cancelled, or another server has it", id);
    } catch (Stopping stopping) {
      job.release();
      LOG.info("import {} goes on when a server starts", id);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.error("import {} failed", id, e);
      job.fail(
          problem("it failed inside the server", "tell whoever looks after it the number " + id));
    }
  }

  private static List<Finding> problem(String problem, String remedy) {
    return List.of(Finding.error(Place.NOWHERE, problem, remedy));
  }

  /** What stands in the way is told before anybody's edit has to wait for it. */
  private void takeBack(ClaimedImport job, UUID action) {
    goOnUnlessStopping();
    List<WorkspaceChange> inverse =
        models.changesBy(job.tenant, action).stream().map(WorkspaceChange::inverse).toList();
    job.enter(ImportRows.COMPARING);
    Optional<Caller> caller = whoever(job);
    if (caller.isEmpty()) {
      job.fail(notAllowed());
      return;
    }
    Optional<ChangeOutcome> objection = models.obstacles(caller.get(), inverse);
    if (objection.isPresent()) {
      concludeTakingBack(job, objection.get());
      return;
    }
    goOnUnlessStopping();
    job.enter(ImportRows.WRITING);
    concludeTakingBack(job, write(job, caller.get(), inverse, job.claim.reason()));
  }

  private static void concludeTakingBack(ClaimedImport job, ChangeOutcome outcome) {
    LaterChanges.inTheWay(outcome).ifPresentOrElse(job::fail, () -> conclude(job, outcome));
  }

  private void bringIn(ClaimedImport job) throws IOException, InvalidInput {
    for (int i = 0; i < COMPARISONS; i++) {
      goOnUnlessStopping();
      ImportPlan plan = plan(job);
      if (!plan.preview().fingerprint().equals(job.claim.agreed())) {
        job.show(plan.preview());
        return;
      }
      if (plan.changes().isEmpty()) {
        job.finishUnchanged();
        return;
      }
      goOnUnlessStopping();
      job.enter(ImportRows.WRITING);
      Optional<Caller> caller = whoever(job);
      if (caller.isEmpty()) {
        job.fail(notAllowed());
        return;
      }
      ChangeOutcome outcome =
          write(job, caller.get(), plan.changes(), "Import: " + job.claim.name());
      if (!(outcome instanceof ChangeOutcome.Stale)) {
        conclude(job, outcome);
        return;
      }
    }
    job.fail(othersWereFaster());
  }

  /** Reads and compares. What was read is not kept: while it writes, an import needs the room. */
  private ImportPlan plan(ClaimedImport job) throws IOException, InvalidInput {
    Upload upload =
        uploads
            .find(job.tenant, job.claim.account(), job.claim.id())
            .orElseThrow(
                () ->
                    new InvalidInput(
                        problem("the file is gone, for it waited too long", "send it again")));
    ImportPlan.Source source = ImportPlan.read(upload);
    goOnUnlessStopping();
    job.enter(ImportRows.COMPARING);
    return ImportPlan.of(source, models.of(job.tenant).read(Snapshot::workspace), job.claim.day());
  }

  /** Who began it, unless they may no longer change the model. */
  private Optional<Caller> whoever(ClaimedImport job) {
    return accounts
        .caller(job.tenant, job.claim.account(), Instant.now())
        .filter(who -> who.may(Permission.EDIT_MODEL));
  }

  private ChangeOutcome write(
      ClaimedImport job, Caller caller, List<WorkspaceChange> changes, @Nullable String reason) {
    String request = Objects.requireNonNullElse(job.claim.request(), "");
    return models.change(caller, changes, reason, request, new Telling(job));
  }

  /** Tells what came of it; what is done has closed the job with its last row. */
  private static void conclude(ClaimedImport job, ChangeOutcome outcome) {
    switch (outcome) {
      case ChangeOutcome.Done done -> job.moved(done.applied().moved().size());
      case ChangeOutcome.Unsound(var findings) -> job.fail(findings);
      case ChangeOutcome.Refused _ -> job.fail(notAllowed());
      case ChangeOutcome.Stale _ -> job.fail(othersWereFaster());
    }
  }

  private static List<Finding> othersWereFaster() {
    return problem(
        "others kept changing what the import changes", "try again when fewer are at work");
  }

  private static List<Finding> notAllowed() {
    return problem(
        "whoever began it may no longer change the model", "have somebody do it who may");
  }

  /** Tells how much is written, now and then, and closes the job with the last row. */
  private final class Telling implements WriteCompanion {
    private final ClaimedImport job;
    private long told = System.nanoTime();

    Telling(ClaimedImport job) {
      this.job = job;
    }

    @Override
    public void written(long rows, long inAll) {
      goOnUnlessStopping();
      long now = System.nanoTime();
      if (now - told > TELL.toNanos()) {
        told = now;
        job.written(rows, inAll);
      }
    }

    @Override
    public void beforeCommit(DSLContext sql, UUID change) {
      job.finish(sql, change);
    }
  }

  /** Thrown to leave off an import because the server stops; nothing of it is written then. */
  private static final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void goOnUnlessStopping() {
    if (closing) {
      throw new Stopping();
    }
  }

  /** Leaves off; an import that is being written is undone by the database and begun again. */
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      if (!thread.join(LAST)) {
        LOG.warn("an import was interrupted; the next start goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
