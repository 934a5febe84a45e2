package org.concordat.bench.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.bench.EstateData;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/**
 * How long 20 people wait who work with one organisation of 100 000 assets and 300 000 dependencies
 * at the same time, measured over HTTP from another process. {@code bench/run Load [assets]
 * [seconds]}; options of the server's Java machine come from {@code LOAD_JAVA}.
 */
public final class Load {
  private static final int PEOPLE = 20;

  /** What the start script takes. */
  private static final String USUAL =
      "-Xmx1g -XX:+UseG1GC -XX:MaxGCPauseMillis=50 -XX:G1HeapRegionSize=4m";

  /** Seconds in which Java compiles what will be measured. */
  private static final int WARM_UP = 40;

  /** After a restart people come so many seconds after the server is ready. */
  private static final int ARRIVAL = 5;

  private static final int MOST_SECONDS = 600;
  private static final Pattern INVITATION = Pattern.compile("(/welcome/[A-Za-z0-9_.-]+)");

  private final PrintStream out = System.out;
  private final int assets;
  private final int seconds;
  private final Workspace estate;

  private Load(int assets, int seconds) {
    this.assets = assets;
    this.seconds = seconds;
    estate = EstateData.workspace(assets);
  }

  /**
   * Measures and prints.
   *
   * @param args the server's jar; then how many assets, and how many seconds each phase takes
   */
  public static void main(String[] args) throws Exception {
    int assets = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int seconds = args.length > 2 ? Math.min(MOST_SECONDS, Integer.parseInt(args[2])) : 60;
    new Load(assets, seconds).run(Path.of(args[0]));
  }

  private void run(Path jar) throws Exception {
    Path data = Files.createTempDirectory("concordat-load");
    String asked = System.getenv().getOrDefault("LOAD_JAVA", USUAL);
    List<String> options = List.of(asked.strip().split("\\s+"));
    out.printf("server: %s; load of the machine before: %s%n", options, loadOfMachine());
    try {
      work(jar, data, options);
      restart(jar, data, options);
    } finally {
      delete(data);
    }
    reference();
    out.println("load of the machine after: " + loadOfMachine());
  }

  private void work(Path jar, Path data, List<String> options) throws Exception {
    List<Person> people = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(jar, data, options)) {
      for (int i = 0; i < PEOPLE; i++) {
        people.add(new Person(server.address));
      }
      fill(server, people.getFirst());
      signIn(people);
      tell(server, "after the import");
      phase("warm-up, without pauses", server, people, 0, WARM_UP, true);
      phase("20 people, a second between requests", server, people, 1, seconds, true);
      phase("20 people without pauses", server, people, 0, seconds, false);
      tell(server, "at the end");
    } finally {
      people.forEach(Person::close);
    }
  }

  private static String loadOfMachine() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private void tell(ServerProcess server, String when) throws Exception {
    out.printf(
        "%nmemory %s: %d MiB resident, %d MiB at most; %s%n",
        when, server.residentMebibytes(), server.peakMebibytes(), server.heap());
  }

  /** The first person makes the organisation: a vision by YAML, then all assets as one list. */
  private void fill(ServerProcess server, Person first) throws Exception {
    first.enter(
        server.link.orElseThrow(() -> new IOException("no link to enter by")),
        "person0@example.org",
        "Person 0");
    Import.of(first, "vision.yaml", WorkspaceFiles.write(EstateData.vision(estate))).toTheEnd(100);
    Timings timings = new Timings();
    String list = list();
    AtomicBoolean done = new AtomicBoolean();
    try (Person editor = new Person(server.address);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      editor.signIn("person0@example.org");
      Future<?> reading = beside.submit(() -> beside(editor, timings, done));
      Import[] job = new Import[1];
      timings.time(
          "import of all assets, to the end",
          () -> {
            job[0] = Import.of(first, "assets.csv", list);
            job[0].toTheEnd(250);
            return "";
          });
      done.set(true);
      reading.get(4, TimeUnit.MINUTES);
      out.printf(
          "%nimport of %d assets and %d dependencies as CSV of %d MiB; stages seen: %d%n",
          assets, estate.dependencies().size(), list.length() >> 20, job[0].stages());
    }
    timings.print(out);
  }

  /** Somebody else works during the import. */
  private Void beside(Person editor, Timings timings, AtomicBoolean done) throws Exception {
    int number = 0;
    while (!done.get()) {
      String name = "Edited " + number++;
      try {
        timings.time("a page during the import", () -> editor.get("/assets"));
        timings.time(
            "an edit during the import",
            () -> {
              Person.Page page = editor.post("/assets", "name", name, "kind", "TECHNICAL");
              if (page.status() != 303) {
                throw new IOException("answered " + page.status());
              }
              return page;
            });
      } catch (IOException e) {
        out.println("during the import: " + e);
      }
      Thread.sleep(100);
    }
    return null;
  }

  private String list() {
    List<List<String>> on = new ArrayList<>();
    for (int i = 0; i < assets; i++) {
      on.add(new ArrayList<>());
    }
    for (Dependency dependency : estate.dependencies()) {
      on.get(EstateData.number(dependency.from())).add(dependency.on());
    }
    StringBuilder csv =
        new StringBuilder("id,name,type,unit,description,confidentiality,depends on\n");
    for (Asset asset : estate.assets()) {
      int number = EstateData.number(asset.id());
      String rating = number % 13 == 0 ? List.of("low", "medium", "high").get(number % 3) : "";
      String unit = asset.unit() == null ? "" : asset.unit().replace("unit-", "Unit ");
      csv.append(asset.id()).append(',').append(asset.name()).append(',');
      csv.append(asset.kind().name().toLowerCase(java.util.Locale.ROOT)).append(',');
      csv.append(unit).append(',').append(asset.description()).append(',').append(rating);
      csv.append(',').append(String.join("; ", on.get(number))).append('\n');
    }
    return csv.toString();
  }

  private void signIn(List<Person> people) throws Exception {
    Timings timings = new Timings();
    Person first = people.getFirst();
    for (int i = 1; i < people.size(); i++) {
      first.get("/people");
      Person.Page page =
          first.post(
              "/people/invitations",
              "name",
              "Person " + i,
              "email",
              "person" + i + "@example.org",
              "roles",
              "SECURITY_OFFICER");
      Matcher link = INVITATION.matcher(page.text());
      if (!link.find()) {
        throw new IOException("no invitation for person " + i);
      }
      people.get(i).enter(URI.create(link.group(1)), "", "Person " + i);
    }
    for (int i = 0; i < people.size(); i++) {
      String email = "person" + i + "@example.org";
      Person person = people.get(i);
      timings.time(
          "sign-in",
          () -> {
            person.signIn(email);
            return "";
          });
    }
    timings.print(out);
  }

  private void phase(
      String what,
      ServerProcess server,
      List<Person> people,
      double pause,
      int length,
      boolean imports)
      throws Exception {
    Timings timings = new Timings();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(length);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people.size(); i++) {
        threads.submit(
            new WorkingDay(
                people.get(i), 1000 + i, timings, assets, end, pause, imports && i == 0));
      }
    }
    out.printf(
        "%n%s, %d seconds; the server has %d MiB, the machine a load of %s%n",
        what, length, server.residentMebibytes(), loadOfMachine());
    timings.print(out);
  }

  /** What the first person after a restart waits for. */
  private void restart(Path jar, Path data, List<String> options) throws Exception {
    long begin = System.nanoTime();
    try (ServerProcess server = ServerProcess.start(jar, data, options);
        Person person = new Person(server.address)) {
      out.printf("%nrestarted: ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
      TimeUnit.SECONDS.sleep(ARRIVAL);
      Timings first = new Timings();
      first.time(
          "sign-in",
          () -> {
            person.signIn("person0@example.org");
            return "";
          });
      look(person, first);
      out.printf("the first pages of all, %d s later%n", ARRIVAL);
      first.print(out);
      Timings later = new Timings();
      for (int i = 0; i < 10; i++) {
        look(person, later);
      }
      out.printf("the same ten times more%n");
      later.print(out);
      tell(server, "after a restart");
    }
  }

  private static void look(Person person, Timings timings) throws Exception {
    timings.time("table of assets", () -> person.get("/assets?q="));
    timings.time("the same by need", () -> person.get("/assets?sort=-need"));
    timings.time("table of priorities", () -> person.get("/priorities?q="));
    timings.time("a search in it", () -> person.get("/priorities?q=Claims+7"));
    timings.time("matrix of impacts", () -> person.get("/impacts?q=room+7"));
  }

  /** The way through the database alone, on the same machine. */
  private void reference() throws Exception {
    Timings timings = new Timings();
    try (PlainSql sql = new PlainSql(estate)) {
      for (int i = 0; i < 100; i++) {
        timings.time("SQL: table of assets", sql::table);
        timings.time("SQL: table of priorities", sql::priorities);
      }
      for (int i = 0; i < 5; i++) {
        timings.time("SQL: edit and all needs anew", sql::edit);
      }
    }
    out.printf("%nfor comparison: PostgreSQL alone, one client, nothing rendered%n");
    timings.print(out);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
