package org.concordat.formats.oscal;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;

/**
 * Reads the assets of an OSCAL system security plan (SSP), in JSON, XML or YAML; the notation is
 * found out from the content.
 *
 * <p>The system is a service that depends on its components, which depend on the inventory items
 * that implement them; each information type depends on the system that carries it, so that the
 * system takes over the highest of their needs (the high water mark of FIPS 199). Impact levels are
 * ratings on three steps. {@code docs/oscal.md} says what becomes of each part and why.
 */
public final class SystemSecurityPlanImport {
  private SystemSecurityPlanImport() {}

  /**
   * Reads a plan. The source has the file's name.
   *
   * @return the model; its findings are warnings, such as references that lead nowhere
   * @throws InvalidInput when the file is no system security plan, or is beyond the limits
   * @throws IOException when the file cannot be read
   */
  public static ImportedModel read(Path file) throws IOException, InvalidInput {
    OscalDocument document = OscalDocument.read(file);
    if (document.kind() != OscalKind.SYSTEM_SECURITY_PLAN) {
      throw new InvalidInput(
          Finding.error(
              document.place(document.root(), document.kind().root()),
              "this is " + document.kind().description() + " in OSCAL, not a system security plan",
              "import a document that starts with '"
                  + OscalKind.SYSTEM_SECURITY_PLAN.root()
                  + "'"));
    }
    Path name = file.getFileName();
    return new PlanModel(name == null ? file.toString() : name.toString(), file.toString())
        .of(document.root());
  }
}
