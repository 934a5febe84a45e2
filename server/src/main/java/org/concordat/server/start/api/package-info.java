/** Whether what is needed is secured, for programs. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.start.api;
