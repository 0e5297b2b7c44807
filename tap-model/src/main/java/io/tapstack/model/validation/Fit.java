package io.tapstack.model.validation;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;

/** Whether a value can stand in a place, by its kind: CloudFormation turns texts into numbers and truths, and back. */
final class Fit {

    private Fit() {}

    static boolean literal(ValuePlan plan, Literal<?> literal) {
        switch (plan.slot) {
            case TEXT:
            case JSON:
                return true;
            case INTEGER:
                return isInteger(literal) || Literals.isDynamic(literal);
            case NUMBER:
                return literal.isNumber() || Literals.number(literal.text()) != null || Literals.isDynamic(literal);
            case BOOLEAN:
                return isBoolean(literal) || Literals.isDynamic(literal);
            case UNION:
                for (ValuePlan alternative : plan.alternatives) {
                    if (literal(alternative, literal)) {
                        return true;
                    }
                }
                return false;
            default:
                return false;
        }
    }

    private static boolean isInteger(Literal<?> literal) {
        Object content = literal.content();
        if (content instanceof Integer || content instanceof Long) {
            return true;
        }
        BigDecimal number = content instanceof Boolean ? null : Literals.number(literal.text());
        return number != null
                && (number.signum() == 0
                        || number.scale() <= 0
                        || number.stripTrailingZeros().scale() <= 0);
    }

    private static boolean isBoolean(Literal<?> literal) {
        Object content = literal.content();
        return content instanceof Boolean
                || content instanceof String text && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    }

    static boolean kind(ValuePlan plan, ValueKind kind) {
        switch (plan.slot) {
            case JSON:
                return true;
            case TEXT:
            case INTEGER:
            case NUMBER:
            case BOOLEAN:
                return kind != ValueKind.LIST && kind != ValueKind.OBJECT;
            case LIST:
                return kind != ValueKind.SCALAR && kind != ValueKind.OBJECT;
            case UNION:
                for (ValuePlan alternative : plan.alternatives) {
                    if (kind(alternative, kind)) {
                        return true;
                    }
                }
                return false;
            default:
                return kind != ValueKind.SCALAR && kind != ValueKind.LIST;
        }
    }

    /** The alternative of a union that a list or object can only mean; the union itself if it may be any of them. */
    static ValuePlan alternative(ValuePlan union, Value<?> value, PlanBuilder plans, ObjectPlan within) {
        ValuePlan found = null;
        ValueKind kind = value instanceof ObjectValue ? ValueKind.OBJECT : ValueKind.LIST;
        for (ValuePlan candidate : union.alternatives) {
            if (candidate.slot == ValuePlan.Slot.JSON || !kind(candidate, kind)) {
                continue;
            }
            if (found == null || knowsMore(candidate, found, value, plans, within)) {
                found = candidate;
            } else if (!knowsMore(found, candidate, value, plans, within)) {
                return union;
            }
        }
        return found == null ? union : found;
    }

    private static boolean knowsMore(
            ValuePlan one, ValuePlan other, Value<?> value, PlanBuilder plans, ObjectPlan within) {
        return unknown(one, value, plans, within) < unknown(other, value, plans, within);
    }

    private static int unknown(ValuePlan plan, Value<?> value, PlanBuilder plans, ObjectPlan within) {
        ObjectPlan object = plans.object(plan, within.owner);
        if (object == null || !(value instanceof ObjectValue<?> given)) {
            return 0;
        }
        int count = 0;
        PropertyBag members = given.members();
        for (int i = 0; i < members.size(); i++) {
            count += object.member(members.nameAt(i)) == null ? 1 : 0;
        }
        return count;
    }
}
