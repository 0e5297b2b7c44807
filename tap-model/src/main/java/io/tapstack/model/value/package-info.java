/**
 * What can stand where a CloudFormation template expects a value: literals, lists, objects and intrinsic functions.
 *
 * <p>Everything here is immutable and knows nothing of templates, files or AWS resource types. Imports nothing else of tap.
 */
@NullMarked
package io.tapstack.model.value;

import org.jspecify.annotations.NullMarked;
