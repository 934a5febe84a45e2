package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.alignment.AssetKind;

/**
 * What kind of asset a type's name means, in English, German and French.
 *
 * <p>A name that is not known as a whole is taken apart ({@code cmdb_ci_linux_server}, {@code
 * DBServer}), and its last known word decides: a customer database is a database.
 */
public final class KindWords {
  private static final Pattern WORD_BORDER =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern SPACES = Pattern.compile(" +");

  private static final Map<String, AssetKind> WORDS = new HashMap<>();

  static {
    words(
        AssetKind.INFORMATION,
        "information data dataset datum record records file files document documents documentation"
            + " report reports contract contracts archive information-asset data-object"
            + " business-object daten datei dateien akte akten dokument dokumente vertrag"
            + " informationen archiv donnée données donnees fichier fichiers document dossier"
            + " contrat primary pr primaire primär");
    words(
        AssetKind.TECHNICAL,
        "technical server servers application applications app apps appl software program database"
            + " databases db dbserver schema instance machine vm hypervisor cluster farm host"
            + " computer computers pc workstation laptop notebook desktop tablet phone mobile"
            + " printer peripheral device devices hardware appliance equipment network networking"
            + " router switch firewall gateway loadbalancer balancer wap subnet vlan storage nas"
            + " san tape disk volume lun rack enclosure chassis pdu ups power cable connection"
            + " interface port middleware web website webserver os system systems platform"
            + " container pod node kubernetes image cloud tenant room building site datacenter"
            + " datacentre location facility premises monitor camera sensor plc scada controller"
            + " license licence certificate supporting support sp solution sensor rechner drucker"
            + " anwendung anwendungen programm datenbank datenbanken netz netzwerk gerät geräte"
            + " gebäude raum räume rechenzentrum anlage serverraum telefon it-system arbeitsplatz"
            + " unterstützend serveur serveurs ordinateur imprimante logiciel logiciels base bdd"
            + " réseau routeur commutateur matériel équipement bâtiment local salle poste"
            + " technique");
    words(
        AssetKind.PEOPLE,
        "people person persons personnel role roles team teams staff group employee employees user"
            + " users actor organisation organization contact rolle rollen mitarbeiter"
            + " mitarbeitende gruppe abteilung personne personnes personnel équipe rôle employé"
            + " employés");
    words(
        AssetKind.PROCESS,
        "process processes businessprocess activity procedure workflow function capability prozess"
            + " prozesse geschäftsprozess verfahren ablauf aufgabe processus activité procédure"
            + " fonction");
    words(
        AssetKind.SERVICE,
        "service services offering saas dienst dienste dienstleistung prestation");
  }

  private KindWords() {}

  /** The kind that the type's name means, or empty when none of its words is known. */
  public static Optional<AssetKind> of(String type) {
    AssetKind whole = WORDS.get(TextKey.of(type));
    if (whole != null) {
      return Optional.of(whole);
    }
    List<String> words = new ArrayList<>(WORD_BORDER.splitAsStream(type).toList());
    for (String word : words.reversed()) {
      AssetKind kind = WORDS.get(TextKey.of(word));
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static void words(AssetKind kind, String words) {
    for (String word : SPACES.splitAsStream(words).toList()) {
      WORDS.putIfAbsent(TextKey.of(word), kind);
    }
  }
}
