/**
 * Makes the change trail evidence: hashes its entries into a Merkle tree, signs the tree's heads,
 * writes both as an export, and checks an export without the server.
 *
 * <p>Needs neither a database nor a framework, so that whoever doubts a trail can read all of it:
 *
 * <pre>
 * export   = {@link org.concordat.server.trail.seal.TrailHeader} ( {@link org.concordat.server.trail.seal.TrailEntry} | {@link org.concordat.server.trail.seal.SignedHead} )* {@link org.concordat.server.trail.seal.TrailFooter}
 * head     = size and root of a {@link org.concordat.server.trail.seal.MerkleTree} over the entries before it, signed with a {@link org.concordat.server.trail.seal.SealKey}
 * </pre>
 *
 * <p>{@link org.concordat.server.trail.seal.TrailExport} writes one, {@link
 * org.concordat.server.trail.seal.TrailVerification} checks one. The format is stated for people
 * and other programs in {@code docs/trail.md}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail.seal;
