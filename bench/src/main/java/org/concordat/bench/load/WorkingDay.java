package org.concordat.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.bench.load.Person.Page;

/**
 * What one person does, again and again: looks at tables, asks why, judges and looks what moved.
 */
final class WorkingDay implements Runnable {
  private static final Pattern REASON = Pattern.compile("href=\"(/priorities/asset-[^\"?]+)\"");
  private static final Pattern CELL =
      Pattern.compile("name=\"tag\\|(asset-[^|\"]+)\\|([^\"]+)\" value=\"([^\"]*)\"");
  private static final List<String> KINDS =
      List.of("INFORMATION", "TECHNICAL", "PROCESS", "SERVICE", "PEOPLE");
  private static final List<String> ORDERS =
      List.of("id", "name", "kind", "unit", "need", "-name", "-need");
  private static final List<String> PROPERTIES =
      List.of("confidentiality", "integrity", "availability");
  private static final AtomicInteger IMPORTS = new AtomicInteger();

  private final Person person;
  private final RandomGenerator random;
  private final Timings timings;
  private final int assets;
  private final long end;
  private final double pause;
  private final boolean imports;
  private String reason = "";

  /**
   * Somebody at work.
   *
   * @param end when to stop, by {@link System#nanoTime()}
   * @param pause seconds between two requests, on average
   * @param imports whether this one also sends a list of assets now and then
   */
  WorkingDay(
      Person person,
      long seed,
      Timings timings,
      int assets,
      long end,
      double pause,
      boolean imports) {
    this.person = person;
    // Unlike those of Random, its first values for seeds side by side have nothing in common.
    this.random = new SplittableRandom(seed);
    this.timings = timings;
    this.assets = assets;
    this.end = end;
    this.pause = pause;
    this.imports = imports;
  }

  @Override
  public void run() {
    while (System.nanoTime() < end) {
      try {
        // Before the first as well: people who all begin in one moment would measure a queue.
        pause();
        next();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        // Counted as an error of its kind; the day goes on.
        if (Boolean.getBoolean("load.errors")) {
          System.err.println(e);
        }
      }
    }
  }

  /** Requests of people who do not know of each other: exponential pauses. */
  private void pause() throws InterruptedException {
    double seconds = Math.min(10 * pause, -Math.log(1 - random.nextDouble()) * pause);
    Thread.sleep((long) (seconds * 1000));
  }

  private void next() throws Exception {
    int dice = random.nextInt(100);
    if (imports && dice < 4) {
      importList();
    } else if (dice < 30) {
      get("table of assets", "/assets?" + filters() + "&sort=" + any(ORDERS) + page());
    } else if (dice < 45) {
      remember(get("table of priorities", "/priorities?" + filters() + page()));
    } else if (dice < 53) {
      remember(get("table of priorities", "/priorities?property=" + any(PROPERTIES) + page()));
    } else if (dice < 58) {
      remember(get("priorities as a unit sees them", "/priorities?by=unit-" + random.nextInt(5)));
    } else if (dice < 70) {
      get("explanation", reason.isEmpty() ? "/priorities/" + asset() + "/integrity" : reason);
    } else if (dice < 80) {
      get("asset", "/assets/" + asset());
    } else if (dice < 88) {
      get("matrix of impacts", matrix());
    } else if (dice < 90) {
      get("start page", "/");
    } else {
      edit();
    }
  }

  private String matrix() {
    return "/impacts?q=room+" + random.nextInt(100) + "&page=" + (1 + random.nextInt(20));
  }

  private String filters() {
    return switch (random.nextInt(4)) {
      case 0 -> "q=Claims+" + random.nextInt(1000);
      case 1 -> "kind=" + any(KINDS);
      case 2 -> "unit=unit-" + random.nextInt(5) + "&q=team+" + random.nextInt(40);
      default -> "q=";
    };
  }

  private String page() {
    return random.nextBoolean() ? "" : "&page=" + (1 + random.nextInt(200));
  }

  private String asset() {
    return "asset-%07d".formatted(random.nextInt(assets));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private void remember(Page page) {
    List<String> reasons = REASON.matcher(page.text()).results().map(r -> r.group(1)).toList();
    if (!reasons.isEmpty()) {
      reason = any(reasons);
    }
  }

  private Page get(String kind, String path) throws Exception {
    return timings.time(kind, () -> good(person.get(path), 200));
  }

  private static Page good(Page page, int status) throws IOException {
    if (page.status() != status) {
      throw new IOException("answered " + page.status() + " " + page.location());
    }
    return page;
  }

  /** Judges one cell of a matrix, and looks at the priorities. */
  private void edit() throws Exception {
    Matcher cells = CELL.matcher(get("matrix of impacts", matrix()).text());
    List<MatchResult> found = cells.results().toList();
    if (found.isEmpty()) {
      return;
    }
    MatchResult cell = any(found);
    String link = cell.group(1) + "|" + cell.group(2);
    timings.time(
        "edit and the changed priorities",
        () -> {
          timings.time(
              "edit alone",
              () ->
                  good(
                      person.post(
                          "/impacts",
                          "agreed",
                          "false",
                          "back",
                          "/priorities",
                          "level|" + link,
                          String.valueOf(1 + random.nextInt(3)),
                          "tag|" + link,
                          cell.group(3)),
                      303));
          return good(person.get("/priorities"), 200);
        });
  }

  /** Sends a list of 200 assets and waits until it is in the model. */
  private void importList() throws Exception {
    StringBuilder csv = new StringBuilder("id,name,type,depends on\n");
    int list = IMPORTS.incrementAndGet();
    for (int i = 0; i < 200; i++) {
      csv.append("list-").append(list).append('-').append(i).append(",Thing ").append(i);
      csv.append(" of list ").append(list).append(",technical,\n");
    }
    timings.time(
        "import of 200 assets, to the end",
        () -> {
          Import.of(person, "list-" + list + ".csv", csv.toString()).toTheEnd(20);
          return "";
        });
  }
}
