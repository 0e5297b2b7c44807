package io.tapstack.model.validation.structure;

import io.tapstack.model.value.PropertyBag;

/** Functions that stand among the members of an object and put others there: {@code Fn::Transform} and {@code Fn::ForEach}. */
final class FunctionMembers {

    private FunctionMembers() {}

    /** Whether an object has such members, so that its names are not all known. */
    static boolean any(PropertyBag members) {
        for (int i = 0; i < members.size(); i++) {
            if (members.nameAt(i).startsWith("Fn::")) {
                return true;
            }
        }
        return false;
    }
}
