/** What whoever runs the server needs: metrics, and logs in which a request is found again. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.operations;
