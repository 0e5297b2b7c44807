/**
 * What is needed to deploy a template with the AWS CLI, derived from the template: a script, the parameters and the tags.
 */
@NullMarked
package io.tapstack.reference.deploy;

import org.jspecify.annotations.NullMarked;
