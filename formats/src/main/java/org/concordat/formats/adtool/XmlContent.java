package org.concordat.formats.adtool;

/** What may stand in an element. */
sealed interface XmlContent permits XmlElement, XmlContent.Text, XmlContent.Comment {
  record Text(String text) implements XmlContent {}

  record Comment(String text) implements XmlContent {}
}
