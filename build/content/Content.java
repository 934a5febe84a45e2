import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the catalogues and the publishers' crosswalks in {@code content/} of the data that they
 * were taken from.
 *
 * <p>Run with snakeyaml-engine and fastcsv on the class path: {@code java -cp ...
 * build/content/Content.java DATA content}. DATA is the folder with {@code standards}, {@code nist}
 * and {@code bsi}; content/README.md says where each of its files comes from. The same data always
 * gives the same files. What people wrote for this project (the crosswalks of ISO/IEC 27001:2022
 * with ITIL 4 and with its edition of 2013) is not touched.
 *
 * <p>One class a publisher: {@link Iso}, {@link Itil} with its {@link Topics}, {@link Csf}, {@link
 * Sp80053} and NIST's {@link Related} pairs, {@link Bsi}. {@link Sources} reads the data; {@link
 * ContentWriter} writes the files and refuses a crosswalk with an id that its catalogue lacks, so
 * catalogues come first.
 */
final class Content {
  private Content() {}

  public static void main(String[] args) throws IOException {
    Sources sources = new Sources(Path.of(args[0]));
    ContentWriter content = new ContentWriter(Path.of(args[1]));
    Iso iso = new Iso(sources, content);
    iso.iso("2005");
    iso.iso("2013");
    iso.iso("2022");
    Itil itil = new Itil(sources, content);
    itil.itil3();
    itil.itil4();
    Csf csf = new Csf(sources, content);
    csf.csf20();
    csf.csf11();
    new Sp80053(sources, content).sp80053();
    new Topics(sources, content, itil).topics();
    csf.csf11ToCsf20();
    Related pairs = new Related(sources, content);
    pairs.related(
        "csf-2.0-sp800-53-r5",
        "csf-2.0",
        "sp800-53-r5",
        "nist/csf-2.0-to-sp800-53r5.csv",
        "csf20",
        "sp800_53r5",
        "NIST, CSF 2.0 concept crosswalk to SP 800-53 revision 5");
    pairs.related(
        "sp800-53-r5-iso27001-2022",
        "sp800-53-r5",
        "iso27001-2022",
        "nist/sp800-53r5-to-iso27001-2022.csv",
        "source",
        "target",
        "NIST, online informative reference 155");
    pairs.related(
        "csf-2.0-iso27001-2022",
        "csf-2.0",
        "iso27001-2022",
        "nist/csf-2.0-to-iso27001-2022.csv",
        "source",
        "target",
        "NIST, online informative references of CSF 2.0");
    new Bsi(sources, content).bsi();
  }
}
