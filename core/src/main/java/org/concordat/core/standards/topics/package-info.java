/**
 * Topics: pieces of work that serve several standards at once, and what follows from them.
 *
 * <pre>
 * TopicTable    = id, title, catalogue+, Phase by control, Group*, Topic*
 * Topic         = id, title, group, sections of each catalogue     done once, it counts in all
 * Standing      = what it is of, Degree, what it follows from      Degree as in the inference
 * Statuses      = Operation by control of each catalogue, Operation by topic
 * TopicCoverage = TopicStanding*, SectionStanding*, GroupStanding*  what one organisation has
 * JointWork     = WorkItem*, controls outside                       two standards at once, each item once
 * Merger        = MergedTopic*, TopicCoverage of both together      two organisations become one
 * </pre>
 *
 * <p>A topic is not a mapping: that it serves two sections does not say that these have something
 * in common, so topics take no part in the inference over crosswalks.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.standards.topics;
