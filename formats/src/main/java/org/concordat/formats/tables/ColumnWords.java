package org.concordat.formats.tables;

import static org.concordat.formats.tables.Meaning.Field.BUSINESS_FUNCTION;
import static org.concordat.formats.tables.Meaning.Field.CHILD;
import static org.concordat.formats.tables.Meaning.Field.CHILD_TYPE;
import static org.concordat.formats.tables.Meaning.Field.CRITICALITY;
import static org.concordat.formats.tables.Meaning.Field.DEPENDS_ON;
import static org.concordat.formats.tables.Meaning.Field.DESCRIPTION;
import static org.concordat.formats.tables.Meaning.Field.ELEMENT;
import static org.concordat.formats.tables.Meaning.Field.ID;
import static org.concordat.formats.tables.Meaning.Field.NAME;
import static org.concordat.formats.tables.Meaning.Field.NEEDED_BY;
import static org.concordat.formats.tables.Meaning.Field.OBJECTIVES;
import static org.concordat.formats.tables.Meaning.Field.PARENT;
import static org.concordat.formats.tables.Meaning.Field.PARENT_TYPE;
import static org.concordat.formats.tables.Meaning.Field.PERSON;
import static org.concordat.formats.tables.Meaning.Field.RELATION;
import static org.concordat.formats.tables.Meaning.Field.TYPE;
import static org.concordat.formats.tables.Meaning.Field.UNIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.SecurityProperty;

/**
 * The headers that are understood without a mapping, in English, German and French. Which of them
 * belong to which tool, and where that was looked up, stands in {@code docs/asset-lists.md}.
 */
final class ColumnWords {
  /** What a header means, and how strongly: where two columns mean the same, the lower one wins. */
  record Word(Meaning meaning, int order) {}

  /** The figures of a priority in our own export. */
  static final List<String> FIGURES = List.of("level", "score", "rank");

  private static final Map<String, Word> WORDS = new HashMap<>();

  static {
    words(
        ID,
        "id",
        "ref id",
        "asset id",
        "ci id",
        "identifier",
        "identifiant",
        "kennung",
        "kürzel",
        "asset number",
        "inventory number",
        "numéro d'inventaire",
        "inventarnummer",
        "asset tag",
        "reference",
        "ref",
        "number",
        "nummer",
        "numéro",
        "nr",
        "key",
        "code");
    words(ELEMENT, "sys_id", "internal_id", "id (primary key)", "uuid", "guid", "object id");
    words(
        NAME,
        "name",
        "nom",
        "asset name",
        "ci name",
        "display name",
        "bezeichnung",
        "zielobjekt",
        "friendlyname",
        "full name",
        "title",
        "titel",
        "titre",
        "intitulé",
        "libellé",
        "asset",
        "hostname");
    words(
        DESCRIPTION,
        "description",
        "short description",
        "beschreibung",
        "comments",
        "comment",
        "kommentar",
        "commentaire",
        "commentaires",
        "notes",
        "bemerkung",
        "remarks");
    words(
        TYPE,
        "finalclass",
        "sys_class_name",
        "CI sub-class",
        "CI class",
        "CI type",
        "class",
        "klasse",
        "CI-Unterklasse",
        "sous-classe de CI",
        "type de CI",
        "CI-Typ",
        "classe",
        "kind",
        "asset kind",
        "type",
        "typ",
        "types",
        "typen",
        "art",
        "asset type",
        "asset class",
        "category",
        "kategorie",
        "catégorie");
    words(
        UNIT,
        "unit",
        "business unit",
        "einheit",
        "organisationseinheit",
        "department",
        "abteilung",
        "département",
        "fachbereich",
        "geschäftsbereich",
        "bereich",
        "division",
        "direction",
        "org_id_friendlyname",
        "Organization->Name",
        "Organization->Full name",
        "Organization name",
        "Organisation->Name",
        "Organisationsname",
        "nom organisation",
        "Organisation->Nom",
        "organization",
        "organisation",
        "domain",
        "domaine",
        "folder",
        "entity",
        "entité",
        "entität",
        "company",
        "unternehmen",
        "owner",
        "eigentümer",
        "propriétaire");
    words(
        PERSON,
        "owned by",
        "managed by",
        "assigned to",
        "supported by",
        "business owner",
        "it owner",
        "technical owner",
        "user",
        "users",
        "benutzer",
        "utilisateur",
        "alternate username",
        "contact",
        "contacts",
        "kontakt",
        "ansprechpartner",
        "responsible",
        "verantwortlich",
        "verantwortlicher",
        "responsable",
        "custodian",
        "technician in charge",
        "technician in charge of the hardware",
        "support group",
        "managed by group",
        "affecté à",
        "zugewiesen an");
    words(
        DEPENDS_ON,
        "depends on",
        "dependencies",
        "dependency",
        "upstream",
        "requires",
        "needs",
        "uses",
        "runs on",
        "hosted on",
        "supporting assets",
        "support assets",
        "child assets",
        "functionalcis_list",
        "hängt ab von",
        "abhängig von",
        "abhängigkeiten",
        "benötigt",
        "nutzt",
        "dépend de",
        "dépendances",
        "nécessite",
        "utilise",
        "s'appuie sur");
    words(
        NEEDED_BY,
        "needed by",
        "used by",
        "required by",
        "impacts",
        "supports",
        "downstream",
        "dependents",
        "dependants",
        "parent assets",
        "parent assets ref id",
        "benötigt von",
        "genutzt von",
        "verwendet von",
        "unterstützt",
        "nécessaire à",
        "utilisé par",
        "requis par",
        "actifs parents",
        "applicationsolution_list",
        "businessprocess_list");
    words(
        CRITICALITY,
        "business_criticity",
        "business criticality",
        "busines_criticality",
        "criticality",
        "criticity",
        "kritikalität",
        "business-kritikalität",
        "criticité",
        "business impact",
        "schutzbedarf",
        "protection need");
    words(OBJECTIVES, "security objectives", "objectifs de sécurité", "security capabilities");
    words(BUSINESS_FUNCTION, "is_business_function");
    words(PARENT, "parent", "parent.name", "parent name");
    words(PARENT_TYPE, "parent.sys_class_name", "parent class", "parentClass");
    words(
        RELATION,
        "relation",
        "relation type",
        "relationship",
        "relationship type",
        "beziehung",
        "type.name");
    words(CHILD, "child", "child.name", "child name");
    words(CHILD_TYPE, "child.sys_class_name", "child class", "childClass");
    propertyWords(
        SecurityProperty.CONFIDENTIALITY, "c", "conf", "vertraulichkeit", "confidentialité");
    propertyWords(SecurityProperty.INTEGRITY, "i", "integ", "integrität", "intégrité");
    propertyWords(SecurityProperty.AVAILABILITY, "a", "avail", "verfügbarkeit", "disponibilité");
    propertyWords("accountability", "zurechenbarkeit", "imputabilité");
    propertyWords("anonymity", "anonymität", "anonymat");
    propertyWords("authenticity", "authentizität", "authenticité");
    propertyWords("non-repudiation", "nichtabstreitbarkeit", "non-répudiation");
    propertyWords("possession", "besitz");
    propertyWords("privacy", "datenschutz", "vie privée");
    propertyWords("reliability", "zuverlässigkeit", "fiabilité");
    propertyWords("safety", "betriebssicherheit", "sûreté");
    propertyWords("unlinkability", "unverkettbarkeit", "non-chaînabilité");
    propertyWords("utility", "nutzbarkeit", "utilité");
  }

  private ColumnWords() {}

  /** What a header means, or empty when it is none of the known ones. */
  static Optional<Word> of(String header) {
    return Optional.ofNullable(WORDS.get(TextKey.of(header)));
  }

  /** The known property of that name in any of the languages, or empty. */
  static Optional<String> property(String name) {
    return of(name)
        .flatMap(
            w ->
                w.meaning() instanceof Meaning.Rating(String p)
                    ? Optional.of(p)
                    : Optional.empty());
  }

  /** The header of a priority in our own export. */
  static String priorityHeader(String property, String figure) {
    return property + " priority " + figure;
  }

  private static void words(Meaning meaning, String... headers) {
    int order = 0;
    for (String header : headers) {
      WORDS.putIfAbsent(TextKey.of(header), new Word(meaning, order++));
    }
  }

  private static void propertyWords(String property, String... others) {
    Meaning.Rating rating = new Meaning.Rating(property);
    words(rating, property);
    words(rating, others);
    for (String word : List.of(property, others[others.length - 1])) {
      for (String extra : Set.of("rating", "level", "impact", "requirement", "need", "value")) {
        words(rating, word + " " + extra);
      }
      words(rating, "schutzbedarf " + word, "besoin " + word, "niveau " + word);
    }
    for (String figure : FIGURES) {
      words(new Meaning.Priority(property), priorityHeader(property, figure));
    }
  }
}
