/** The pages of standards: catalogues, controls, crosswalks, comparison, scenarios, obligations. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.standards.pages;
