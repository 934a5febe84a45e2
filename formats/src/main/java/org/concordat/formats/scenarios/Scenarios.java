package org.concordat.formats.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.topics.GroupStanding;
import org.concordat.core.standards.topics.JointControls;
import org.concordat.core.standards.topics.JointWork;
import org.concordat.core.standards.topics.JointWork.WorkItem;
import org.concordat.core.standards.topics.Merger;
import org.concordat.core.standards.topics.Merger.MergedTopic;
import org.concordat.core.standards.topics.Merger.Share;
import org.concordat.core.standards.topics.Phase;
import org.concordat.core.standards.topics.SectionStanding;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicStanding;
import org.concordat.formats.scenarios.Sheet.Cell;
import org.concordat.formats.scenarios.Sheet.Column;

/** The answers of the scenarios as tables, each answer with its proof in the same row. */
public final class Scenarios {
  private static final Column PROOF = new Column("proof", "Because");
  private static final Column STANDING = new Column("standing", "Standing");

  private Scenarios() {}

  /** What of a catalogue an organisation has by its topics: by process, section and topic. */
  public static List<Sheet> have(TopicCoverage coverage, Catalogue target) {
    return List.of(
        groups(coverage.groups()),
        sections("sections", "Sections", coverage, target, s -> true),
        topics("topics", "Topics", coverage.topics()));
  }

  /** What is left of a catalogue: the topics to do, and the sections that wait for them. */
  public static List<Sheet> left(TopicCoverage coverage, Catalogue target) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(work("work", "Work left", JointWork.of(coverage).left()));
    sheets.add(
        sections(
            "sections", "Sections left", coverage, target, s -> s.standing() != Degree.COVERED));
    sheets.add(outside(List.of(target), List.of(coverage.outside(target.id()))));
    return sheets;
  }

  /** Both catalogues at once: each piece of work once, by phase and process. */
  public static List<Sheet> both(TopicCoverage coverage, List<Catalogue> catalogues) {
    JointWork work = JointWork.of(coverage);
    List<WorkItem> ordered = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      ordered.addAll(work.in(phase));
    }
    work.items().stream().filter(i -> i.phase().isEmpty()).forEach(ordered::add);
    return List.of(
        work("work", "Joint work", ordered),
        outside(catalogues, catalogues.stream().map(c -> coverage.outside(c.id())).toList()));
  }

  /** Two organisations: who does which topic, and what both have of each catalogue. */
  public static List<Sheet> merge(
      Merger merger, List<Catalogue> catalogues, String nameOfA, String nameOfB) {
    List<Sheet> sheets = new ArrayList<>();
    Sheet.Builder topics =
        Sheet.of(
            "topics",
            "Topics",
            new Column("topic", "Topic"),
            new Column("title", "Title"),
            new Column("share", "Result"),
            new Column("a", nameOfA),
            new Column("b", nameOfB),
            PROOF);
    for (MergedTopic topic : merger.topics()) {
      List<String> proofs = new ArrayList<>();
      Proofs.of(topic.a()).forEach(p -> proofs.add(nameOfA + ": " + p));
      Proofs.of(topic.b()).forEach(p -> proofs.add(nameOfB + ": " + p));
      topics.row(
          new Cell.Text(topic.topic().id()),
          new Cell.Text(topic.topic().title()),
          new Cell.Text(share(topic.share(), nameOfA, nameOfB)),
          standing(topic.a().standing()),
          standing(topic.b().standing()),
          new Cell.Texts(proofs));
    }
    sheets.add(topics.build());
    for (Catalogue catalogue : catalogues) {
      sheets.add(
          sections(catalogue.id(), catalogue.title(), merger.together(), catalogue, s -> true));
    }
    return sheets;
  }

  private static String share(Share share, String nameOfA, String nameOfB) {
    return switch (share) {
      case BOTH -> "double work";
      case ONLY_A -> nameOfA + " does it";
      case ONLY_B -> nameOfB + " does it";
      case NEITHER -> "gap";
    };
  }

  /** What proves the coverage of a control, a line for each chain. */
  public static List<String> proof(ControlCoverage coverage) {
    return Proofs.of(coverage);
  }

  /** What of a catalogue is covered by what the crosswalks prove. */
  public static List<Sheet> have(Coverage coverage) {
    return List.of(controls("controls", "Controls", coverage, c -> true));
  }

  /** The controls that are not covered, without the wholes whose parts are listed. */
  public static List<Sheet> left(Coverage coverage) {
    Catalogue catalogue = coverage.catalogue();
    return List.of(
        controls(
            "controls",
            "Controls left",
            coverage,
            c -> c.degree() != Degree.COVERED && catalogue.parts(c.control()).isEmpty()));
  }

  /** Two catalogues at once by what the crosswalks prove. */
  public static List<Sheet> both(JointControls joint) {
    Sheet.Builder sheet =
        Sheet.of(
            "work",
            "Joint work",
            new Column("catalogue", "Catalogue"),
            new Column("control", "Control"),
            new Column("title", "Title"),
            new Column("covers", "Done with it"),
            new Column("touches", "Partly done with it"));
    for (JointControls.Item item : joint.items()) {
      sheet.row(
          new Cell.Text(item.control().catalogue()),
          new Cell.Text(item.control().control()),
          new Cell.Text(item.title()),
          new Cell.Texts(item.covers().stream().map(Proofs::known).toList()),
          new Cell.Texts(item.touches().stream().map(Proofs::known).toList()));
    }
    return List.of(sheet.build());
  }

  /**
   * What two organisations have of a catalogue by what the crosswalks prove.
   *
   * @param together the coverage by what either has in operation
   */
  public static Sheet merge(
      Coverage a, Coverage b, Coverage together, String nameOfA, String nameOfB) {
    Catalogue catalogue = together.catalogue();
    Sheet.Builder sheet =
        Sheet.of(
            catalogue.id(),
            catalogue.title(),
            new Column("control", "Control"),
            new Column("title", "Title"),
            new Column("result", "Result"),
            new Column("a", nameOfA),
            new Column("b", nameOfB),
            new Column("together", "Together"),
            PROOF);
    for (Control control : catalogue.controls()) {
      if (control.withdrawn()) {
        continue;
      }
      Degree ofA = a.of(control).degree();
      Degree ofB = b.of(control).degree();
      ControlCoverage both = together.of(control);
      sheet.row(
          new Cell.Text(control.id()),
          new Cell.Text(control.title()),
          new Cell.Text(result(ofA, ofB, both.degree(), nameOfA, nameOfB)),
          standing(ofA),
          standing(ofB),
          standing(both.degree()),
          new Cell.Texts(Proofs.of(both)));
    }
    return sheet.build();
  }

  private static String result(
      Degree ofA, Degree ofB, Degree together, String nameOfA, String nameOfB) {
    if (together != Degree.COVERED) {
      return "gap";
    }
    if (ofA == Degree.COVERED) {
      return ofB == Degree.COVERED ? "double work" : nameOfA + " does it";
    }
    return ofB == Degree.COVERED ? nameOfB + " does it" : "both do a part";
  }

  private static Sheet groups(List<GroupStanding> groups) {
    Sheet.Builder sheet =
        Sheet.of(
            "processes",
            "Processes",
            new Column("group", "No."),
            new Column("title", "Process"),
            STANDING,
            new Column("covered", "Topics covered"),
            new Column("topics", "of"),
            PROOF);
    for (GroupStanding group : groups) {
      List<String> proofs =
          group.group().hasCounterpart()
              ? group.topics().stream()
                  .map(t -> "%s %s".formatted(t.topic().id(), Proofs.word(t.standing())))
                  .toList()
              : List.of(Proofs.NO_COUNTERPART);
      sheet.row(
          new Cell.Text(group.group().id()),
          new Cell.Text(group.group().title()),
          standing(group.standing()),
          new Cell.Count(group.count(Degree.COVERED)),
          new Cell.Count(group.topics().size()),
          new Cell.Texts(proofs));
    }
    return sheet.build();
  }

  private static Sheet sections(
      String key,
      String title,
      TopicCoverage coverage,
      Catalogue target,
      Predicate<SectionStanding> shown) {
    Sheet.Builder sheet =
        Sheet.of(
            key,
            title,
            new Column("section", "Section"),
            new Column("title", "Title"),
            STANDING,
            new Column("operation", "In operation"),
            PROOF);
    for (SectionStanding section : coverage.sections(target.id())) {
      if (shown.test(section)) {
        sheet.row(
            new Cell.Text(section.section().control()),
            new Cell.Text(section.title()),
            standing(section.standing()),
            new Cell.Text(Proofs.word(section.operation())),
            new Cell.Texts(Proofs.of(section)));
      }
    }
    return sheet.build();
  }

  private static Sheet topics(String key, String title, List<TopicStanding> topics) {
    Sheet.Builder sheet =
        Sheet.of(
            key,
            title,
            new Column("topic", "Topic"),
            new Column("title", "Title"),
            STANDING,
            PROOF);
    for (TopicStanding topic : topics) {
      sheet.row(
          new Cell.Text(topic.topic().id()),
          new Cell.Text(topic.topic().title()),
          standing(topic.standing()),
          new Cell.Texts(Proofs.of(topic)));
    }
    return sheet.build();
  }

  private static Sheet work(String key, String title, List<WorkItem> items) {
    Sheet.Builder sheet =
        Sheet.of(
            key,
            title,
            new Column("phase", "Phase"),
            new Column("process", "Process"),
            new Column("topic", "Topic"),
            new Column("title", "Title"),
            STANDING,
            new Column("serves", "Serves"));
    for (WorkItem item : items) {
      List<String> phases = item.phases().stream().sorted().map(Phase::word).toList();
      sheet.row(
          new Cell.Texts(phases),
          new Cell.Text(item.group().title()),
          new Cell.Text(item.topic().topic().id()),
          new Cell.Text(item.topic().topic().title()),
          standing(item.topic().standing()),
          new Cell.Texts(serves(item)));
    }
    return sheet.build();
  }

  /** The sections, catalogue by catalogue; one that a topic names as a whole stands for itself. */
  private static List<String> serves(WorkItem item) {
    List<String> serves = new ArrayList<>();
    item.topic()
        .topic()
        .sections()
        .forEach(
            (catalogue, sections) ->
                serves.add(
                    item.topic().topic().ofAll().contains(catalogue)
                        ? "all of " + catalogue
                        : catalogue + " " + String.join(", ", sections)));
    return serves;
  }

  private static Sheet outside(List<Catalogue> catalogues, List<List<ControlRef>> outside) {
    Sheet.Builder sheet =
        Sheet.of(
            "outside",
            "Outside the topics",
            new Column("catalogue", "Catalogue"),
            new Column("control", "Control"),
            new Column("title", "Title"));
    for (int i = 0; i < catalogues.size(); i++) {
      for (ControlRef ref : outside.get(i)) {
        sheet.row(
            new Cell.Text(ref.catalogue()),
            new Cell.Text(ref.control()),
            new Cell.Text(catalogues.get(i).find(ref.control()).map(Control::title).orElse("")));
      }
    }
    return sheet.build();
  }

  private static Sheet controls(
      String key, String title, Coverage coverage, Predicate<ControlCoverage> shown) {
    Sheet.Builder sheet =
        Sheet.of(
            key,
            title,
            new Column("control", "Control"),
            new Column("title", "Title"),
            STANDING,
            PROOF);
    for (ControlCoverage control : coverage.controls()) {
      if (!control.control().withdrawn() && shown.test(control)) {
        sheet.row(
            new Cell.Text(control.control().id()),
            new Cell.Text(control.control().title()),
            standing(control.degree()),
            new Cell.Texts(Proofs.of(control)));
      }
    }
    return sheet.build();
  }

  private static Cell standing(Degree degree) {
    return new Cell.Text(Proofs.word(degree));
  }
}
