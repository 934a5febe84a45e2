package org.concordat.core.alignment.budget;

import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;

/**
 * How well a control serves a requirement.
 *
 * @param level needs up to this level are met by it
 */
public record Service(Requirement requirement, Level level) {}
