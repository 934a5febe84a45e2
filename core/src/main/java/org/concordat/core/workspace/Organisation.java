package org.concordat.core.workspace;

import org.jspecify.annotations.Nullable;

/**
 * Whose model it is.
 *
 * @param industry null when not stated
 */
public record Organisation(String id, String name, @Nullable String industry) {}
