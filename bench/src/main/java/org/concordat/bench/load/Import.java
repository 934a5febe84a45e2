package org.concordat.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.bench.load.Person.Page;

/** An import as somebody follows it on its page. */
final class Import {
  private static final Pattern STAGE = Pattern.compile("role=\"status\"><strong>([^<]*)<");
  private static final Pattern FINGERPRINT =
      Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]+)\"");

  private final Person person;
  private final String path;
  private String last = "";
  private int stages;

  private Import(Person person, String path) {
    this.person = person;
    this.path = path;
  }

  /** Sends a file. */
  static Import of(Person person, String name, String content)
      throws IOException, InterruptedException {
    person.get("/import");
    Page page = person.upload("/import", name, content.getBytes(StandardCharsets.UTF_8));
    if (page.status() != 303) {
      throw new IOException("the file was not taken: " + page.status());
    }
    return new Import(person, page.location());
  }

  /** Says yes to what is shown, and waits until all is written. */
  void toTheEnd(int milliseconds) throws IOException, InterruptedException {
    Page page = await("Ready", milliseconds);
    Matcher fingerprint = FINGERPRINT.matcher(page.text());
    if (!fingerprint.find()) {
      throw new IOException("no preview");
    }
    person.post(path, "fingerprint", fingerprint.group(1));
    await("Done", milliseconds);
  }

  /** Looks again and again, as the page does. */
  private Page await(String stage, int milliseconds) throws IOException, InterruptedException {
    while (true) {
      Page page = person.get(path);
      Matcher found = STAGE.matcher(page.text());
      if (page.status() != 200 || !found.find()) {
        throw new IOException("no stage: " + page.status());
      }
      if (!found.group(1).equals(last)) {
        last = found.group(1);
        stages++;
      }
      if (last.startsWith(stage)) {
        return page;
      }
      if (last.equals("Failed")) {
        throw new IOException("the import failed: " + page.text().replaceAll("<[^>]*>", " "));
      }
      Thread.sleep(milliseconds);
    }
  }

  /** How many different stages were seen on the way. */
  int stages() {
    return stages;
  }
}
