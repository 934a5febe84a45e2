package org.concordat.formats.oscal;

/**
 * A value in an OSCAL document, by the names of its JSON form whichever notation it came in.
 * Everything that a document holds is kept, also what OSCAL does not know.
 *
 * <pre>
 * value  = object | list | scalar
 * object = members by name, in their order
 * list   = values
 * scalar = text | number | boolean | null
 * </pre>
 *
 * <p>Objects and lists can be changed in place, so that a document is edited without losing what
 * the editor does not understand. Two values are equal when they hold the same; the order of an
 * object's members and the lines on which values stood make no difference.
 */
public sealed interface OscalValue permits OscalObject, OscalList, OscalScalar {
  /** The line on which the value stood, counted from 1; 0 when it was not read from a file. */
  int line();

  /** A value that can be changed without changing this one. */
  OscalValue copy();
}
