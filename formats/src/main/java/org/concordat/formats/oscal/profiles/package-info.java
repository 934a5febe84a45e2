/**
 * OSCAL profiles (baselines) made into the catalogue that they stand for, as NIST's profile
 * resolution specifies: select ({@link org.concordat.formats.oscal.profiles.ControlSelection}),
 * combine and structure ({@link org.concordat.formats.oscal.profiles.Structure}), modify ({@link
 * org.concordat.formats.oscal.profiles.Modification}), and keep what is still referenced ({@link
 * org.concordat.formats.oscal.profiles.References}). {@link
 * org.concordat.formats.oscal.profiles.ProfileResolver} does all of it; where the specification
 * leaves a choice, {@code docs/oscal.md} says what was chosen.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.oscal.profiles;
