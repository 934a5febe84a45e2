/**
 * The engine that concludes from crosswalks: what is known of two controls, the chains of published
 * mappings that prove it, the contradictions, and what an organisation's controls cover.
 *
 * <p>{@link org.concordat.core.standards.inference.Inference} holds the answers; {@link
 * org.concordat.core.standards.inference.Coverage} applies them. The exact meaning is in {@code
 * docs/standards.md}.
 *
 * <p>The knowledge of a pair is the algebraic closure over the five relations. Whatever mappings
 * say comes down to six facts of an ordered pair: a is inside b, a is not inside b, the same two
 * the other way round, they overlap, they are apart. The closure of such facts needs no search for
 * a fixed point:
 *
 * <pre>
 * inside      = paths of subset, equal and part steps
 * overlap     = up from what overlaps or coincides:     a ⊒ u, u overlaps v, v ⊑ b
 * apart       = down from what is apart:                a ⊑ p, p apart from q, q ⊒ b
 * not inside  = up on the left, down on the right:      a ⊒ p, p not inside q, q ⊒ b;
 *               and a overlaps c, c apart from b
 * </pre>
 *
 * Each line is one pass over the order of the controls, with a row of bits a control ({@link
 * org.concordat.core.standards.inference.Closure}). A contradiction is one mapping that says "not
 * inside" or "apart" and a path, or two, that say otherwise; so the smallest cause is a shortest
 * path ({@link org.concordat.core.standards.inference.Causes}).
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.standards.inference;
