/**
 * Asset lists: tables of assets, as CSV or XLSX, to and from a workspace.
 *
 * <p>{@link org.concordat.formats.tables.AssetListImport} reads what other tools export (which
 * headers belong to which tool stands in {@code docs/asset-lists.md}); an {@link
 * org.concordat.formats.tables.AssetListMapping} teaches it a table that it does not know; {@link
 * org.concordat.formats.tables.AssetListExport} writes a workspace's assets with their priorities.
 *
 * <p>How a table becomes a model:
 *
 * <pre>
 * TableFile                       a CSV file, or the sheets of an XLSX file; others read tables by it too
 * Table (CsvTable | ExcelSheet)   rows of text cells, each with its place
 *   Header                        which column means what: ColumnWords, or the mapping
 *     AssetReader                 one row, one asset; references and ratings are kept as written
 *     RelationReader              one row, one dependency
 *       AssetCollection           resolves references, RatingScale chooses the scale of the ratings
 *         ImportedModel
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.tables;
