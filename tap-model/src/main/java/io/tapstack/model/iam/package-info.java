/**
 * IAM policy documents as values: what identity, key, bucket, endpoint and trust policies are made of.
 *
 * <p>Stands on {@code value} and {@code facts}.
 */
@NullMarked
package io.tapstack.model.iam;

import org.jspecify.annotations.NullMarked;
