/**
 * What CloudFormation and IAM know, as data: resource types with their properties, attributes, limits and replacement
 * behaviour; IAM services with their actions, resource types and condition keys.
 *
 * <p>The facts are plain text under {@code src/facts}, read lazily: a resource type or an IAM service is parsed when it is
 * first asked for, once, by a hand-written parser. Names, numbers and flags only; no documentation text.
 *
 * <p>This is the lowest floor of tap: it uses the JDK and nothing else, so the code generator is built from the same
 * classes. Everything here is immutable and safe to share between threads.
 */
@NullMarked
package io.tapstack.model.facts;

import org.jspecify.annotations.NullMarked;
