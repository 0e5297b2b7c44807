package io.tapstack.patterns.preset;

import io.tapstack.model.value.LogicalId;
import java.util.List;

/**
 * The database whose credentials a secret holds.
 *
 * @param database its logical id
 * @param type its type, an instance or a cluster
 * @param rotationNeeds what a rotation needs besides: rules of security groups, the instances of a cluster
 */
record SecretTarget(LogicalId database, String type, List<LogicalId> rotationNeeds) {}
