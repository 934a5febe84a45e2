package org.concordat.formats.oscal;

import gov.nist.secauto.metaschema.core.configuration.DefaultConfiguration;
import gov.nist.secauto.metaschema.core.model.validation.IValidationFinding;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.metaschema.databind.io.ISerializer;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.Catalog;
import gov.nist.secauto.oscal.lib.profile.resolver.ProfileResolver;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The reference implementation, liboscal-java. */
public final class LibOscal {
  private static final OscalBindingContext CONTEXT;

  static {
    // Its own assertions fail on NIST's documents; nobody runs it with them.
    LibOscal.class.getClassLoader().setPackageAssertionStatus("gov.nist.secauto", false);
    CONTEXT = OscalBindingContext.newInstance();
  }

  private LibOscal() {}

  /** The catalogue that it makes of a profile. */
  public static OscalDocument resolve(Path profile) throws Exception {
    Catalog catalogue =
        (Catalog)
            Objects.requireNonNull(
                new ProfileResolver().resolve(profile).getRootAssemblyNodeItem().getValue());
    ISerializer<Catalog> serializer = CONTEXT.newSerializer(Format.JSON, Catalog.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer.serialize(catalogue, out);
    return OscalDocument.read("liboscal", out.toByteArray());
  }

  /** What it has to say against a document, errors first seen. */
  public static List<String> objections(Path document) throws Exception {
    return CONTEXT
        .validateWithConstraints(document.toUri(), new DefaultConfiguration<>())
        .getFindings()
        .stream()
        .filter(finding -> finding.getKind() == IValidationFinding.Kind.FAIL)
        .map(LibOscal::message)
        .toList();
  }

  private static String message(IValidationFinding finding) {
    return finding.getSeverity() + ": " + finding.getMessage();
  }
}
