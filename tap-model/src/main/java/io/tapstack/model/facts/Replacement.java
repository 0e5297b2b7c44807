package io.tapstack.model.facts;

/** What a change of a property does to the resource. */
public enum Replacement {

    /** The resource is updated in place. */
    NEVER,
    /** It depends on the values whether the resource is replaced. */
    MAYBE,
    /** The resource is replaced: a new physical resource, and the old one deleted. */
    ALWAYS
}
