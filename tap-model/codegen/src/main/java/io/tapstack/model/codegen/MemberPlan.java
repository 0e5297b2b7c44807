package io.tapstack.model.codegen;

import io.tapstack.model.facts.PropertyFacts;
import java.util.Map;

/**
 * One property and the names it has in Java.
 *
 * @param facts the property
 * @param getter the name of its getter
 * @param method the name of its builder methods
 * @param constants its known values, each with the name of its constant; empty if it has none
 */
record MemberPlan(PropertyFacts facts, String getter, String method, Map<String, String> constants) {}
