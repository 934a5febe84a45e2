package org.concordat.core.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A security property that the organisation adds to the known ones.
 *
 * @param description null when nobody wrote one
 */
public record PropertyDefinition(String id, String name, @Nullable String description) {}
