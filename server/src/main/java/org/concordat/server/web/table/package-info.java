/**
 * Tables: one definition of the columns and filters of a list, from which come the page, its
 * partial update, the files to take away, sorting, the choice of columns and what is remembered.
 *
 * <pre>
 * Table                       a list: its columns, its filters, where rows come from
 *   Column                    id, title, how a cell of a row is made, whether it sorts
 *     Cell                    what stands in it: for a page, and for a file
 *   FilterField               what the list is narrowed by
 * Asked                       what an address asks of a table: filters, order, page
 * TableDesk                   opens a table for a person, with what they chose before
 *   TableView                 what the template shows
 *   TableFile                 the same as CSV or XLSX
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.web.table;
