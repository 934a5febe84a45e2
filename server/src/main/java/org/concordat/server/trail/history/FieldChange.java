package org.concordat.server.trail.history;

/**
 * A field that differs.
 *
 * @param field the column's name
 */
public record FieldChange(String field, Value before, Value after) {}
