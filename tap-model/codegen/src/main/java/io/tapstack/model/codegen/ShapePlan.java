package io.tapstack.model.codegen;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The names in one generated class: getters, builder methods, constants.
 *
 * <p>Whatever would clash gets {@code Property} behind it, an attribute {@code Attribute}, a constant an underscore; should
 * that be taken too, a number follows. Properties are named in the order of the facts, before attributes.
 */
final class ShapePlan {

    /** Methods of {@code Object}, {@code Resource}, {@code PropertyObject} and those that every generated class has. */
    static final Set<String> MEMBERS =
            Set.of(("attribute builder clone equals finalize from getClass hashCode like logicalId mapProperty "
                            + "members notify notifyAll options properties property ref resourceType source toBuilder "
                            + "toString wait withOptions withProperties withSource")
                    .split(" "));

    /** Methods of {@code Object}, {@code PropertyCollector}, {@code Resource.Builder} and those that every builder has. */
    static final Set<String> BUILDER_MEMBERS =
            Set.of(("build checked clone equals finalize getClass hashCode notify notifyAll options "
                            + "property put putJson putList putMap putStrings toString wait")
                    .split(" "));

    private final List<MemberPlan> members = new ArrayList<>();
    private final UniqueNames memberNames = UniqueNames.of(MEMBERS);
    private final UniqueNames lookupNames = UniqueNames.of(MEMBERS);

    ShapePlan(Shape shape) {
        UniqueNames methods = UniqueNames.of(BUILDER_MEMBERS);
        Constants constants = new Constants();
        for (PropertyFacts property : shape.properties()) {
            String getter = memberNames.claim("get" + Identifiers.upperCamel(property.name()), "Property");
            String method = methods.claim(Identifiers.lowerCamel(property.name()), "Property");
            members.add(new MemberPlan(property, getter, method, constants.claim(property)));
        }
    }

    /** The properties, in the order of the facts. */
    List<MemberPlan> members() {
        return members;
    }

    /** A name for the method of an attribute. */
    String claimAttribute(String wanted) {
        return memberNames.claim(wanted, "Attribute");
    }

    /** A name for the method of attributes whose names end in what its caller says: it may overload that of an attribute. */
    String claimLookup(String wanted) {
        return lookupNames.claim(wanted, "Attribute");
    }
}
