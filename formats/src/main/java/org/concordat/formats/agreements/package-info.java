/**
 * Agreements as files: the document in YAML and JSON, its canonical form, the signed file and its
 * verification, service catalogues, and measurements in CSV and OpenMetrics.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.agreements;
