package org.concordat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom. Every rule is a list of what is allowed, so a misspelt package fails loudly;
 * and every rule is shown a class that breaks it, so a rule that cannot fail is found out.
 */
class HouseTest {
  /** What the build writes from migrations and templates; nobody reads or annotates it. */
  private static final String[] GENERATED = {
    "org.concordat.server.database.schema..", "org.concordat.server.templates.."
  };

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.concordat")
          .that(not(resideInAnyPackage(GENERATED)));

  /**
   * A module and what it may use.
   *
   * @param libraries packages beside {@code java} itself and JSpecify's annotations
   */
  record Module(String name, List<String> libraries, String because) {
    ArchRule rule() {
      String[] allowed =
          Stream.concat(
                  Stream.of("org.concordat." + name + "..", "java..", "org.jspecify.annotations.."),
                  libraries.stream())
              .toArray(String[]::new);
      return classes()
          .that(resideInAnyPackage("org.concordat." + name + "..", "org.planted." + name + ".."))
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(allowed))
          .because(because);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Module> modules() {
    return List.of(
        new Module("core", List.of(), "the domain is read and tested without a framework"),
        new Module(
            "formats",
            List.of(
                "org.concordat.core..",
                "javax.xml..",
                "org.snakeyaml.engine..",
                "tools.jackson.core..",
                "de.siegmar.fastcsv..",
                "org.dhatim.fastexcel..",
                "org.eclipse.elk..",
                "org.eclipse.emf..",
                "org.w3c.dom..",
                "org.xml.sax..",
                "com.openhtmltopdf..",
                "org.apache.fontbox.ttf..",
                "org.apache.pdfbox.."),
            "a format needs the domain and the one library that reads it"),
        new Module(
            "solver",
            List.of("org.concordat.core..", "org.ojalgo..", "com.google.ortools.."),
            "a library for optimisation is behind one interface, so that it can be changed"),
        new Module(
            "server",
            List.of(
                "org.concordat.core..",
                "org.concordat.formats..",
                "jakarta.servlet..",
                "javax.crypto..",
                "javax.sql..",
                "org.apache.hc..",
                "org.springframework..",
                "org.slf4j..",
                "org.jooq..",
                "org.flywaydb.core..",
                "org.postgresql..",
                "com.zaxxer.hikari..",
                "io.micrometer.prometheusmetrics..",
                "tools.jackson..",
                "gg.jte..",
                "com.webauthn4j..",
                "com.nimbusds.jose..",
                "com.nimbusds.jwt..",
                "io.nayuki.qrcodegen..",
                "org.tukaani.xz.."),
            "the server stands on the domain and the formats, never on the command line"),
        new Module(
            "cli",
            List.of(
                "org.concordat.core..",
                "org.concordat.formats..",
                "org.concordat.server.trail.seal..",
                "org.concordat.server.launch..",
                "picocli..",
                "tools.jackson.core..",
                "de.siegmar.fastcsv.."),
            "sub-commands that need no server must not load it"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_uses_only_what_it_may(Module module) {
    module.rule().check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void the_rule_of_a_module_can_fail(Module module) {
    JavaClasses planted = new ClassFileImporter().importPackages("org.planted." + module.name());

    assertThat(module.rule().evaluate(planted).hasViolation()).isTrue();
  }

  @Test
  void packages_do_not_use_each_other_in_circles() {
    slices().matching("org.concordat.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void every_package_states_its_purpose_and_its_nulls() {
    assertThat(
            HOUSE.stream()
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .map(c -> c.getPackage())
                .distinct()
                .filter(p -> !p.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
                .map(p -> p.getName()))
        .isEmpty();
  }
}
