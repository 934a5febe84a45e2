/**
 * The workspace as YAML: one file, or a folder of files whose top-level lists are joined.
 *
 * <p>{@link org.concordat.formats.workspace.WorkspaceFiles} is the way in. The format, as a small
 * grammar ({@code ?}: may be absent; every {@code name} defaults to the id):
 *
 * <pre>
 * file         = concordat, organisation?, scale?, combination?, inheritance?, list*
 * list         = properties | units | factors | assets | dependencies | impacts | imports
 * organisation = id, name?, industry?
 * scale        = names of levels, lowest first
 * combination  = along?: weakest-link | product | {matrix: rows of levels}, across?: maximum | average
 * inheritance  = cumulation?
 * property     = id, name?, description?
 * unit         = id, name?, discipline?, description?, goals?
 * goal         = id, name?, importance?, description?
 * factor       = id, name?, controllable?, description?
 * asset        = id, name?, kind?, unit?, description?, properties?
 * dependency   = from, on, strength?, carries?, redundancy?: {group, needs}
 * impact       = (requirement, factor | factor, goal), level, by?, on?, because?, agreed?
 * import       = source, element, kind, id
 * </pre>
 *
 * <p>Scalars are read by their text: YAML's implicit types, aliases and tags play no part. Reading
 * streams over the parser's events and builds a tree of one entry at a time, so that memory stays
 * in proportion to the workspace; places of findings are looked up in a second pass, only when
 * there are any.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.workspace;
