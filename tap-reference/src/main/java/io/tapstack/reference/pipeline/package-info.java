/**
 * The pipelines, each a small composition of presets that reads like its requirement.
 */
@NullMarked
package io.tapstack.reference.pipeline;

import org.jspecify.annotations.NullMarked;
