package io.tapstack.model.validation;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.function.Consumer;

/** Goes through the properties of all resources side by side with the facts, and calls the rules that are concerned. */
final class PropertyWalk {

    private final TemplateContext context;
    private final PropertyRule[] rules;
    private final FindingSink[] sinks;
    private final PlanBuilder plans;
    private final PropertySpot spot;
    private final PathStack path;
    private ObjectPlan within;
    private int depth;
    private int judged;

    PropertyWalk(TemplateContext context, PlanBuilder plans, List<? extends FindingSink> sinks) {
        this.context = context;
        this.rules = plans.rules();
        this.sinks = sinks.toArray(new FindingSink[0]);
        this.plans = plans;
        this.spot = new PropertySpot(context);
        this.path = spot.path;
        this.within = plans.tag();
    }

    void run() {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            ResourceFacts facts = element.facts();
            if (resource != null && facts != null) {
                depth = 0;
                spot.start(element, resource);
                path.push("Properties", 0);
                properties(plans.resource(facts), resource.properties());
            }
        }
        for (int i = 0; i < rules.length; i++) {
            rules[i].walked(judged, sinks[i]);
        }
    }

    private void properties(ObjectPlan plan, PropertyBag members) {
        if (Functions.choice(members) instanceof If<?> choice) {
            choice(choice, branch -> branch(plan, branch));
        } else {
            object(plan, members);
        }
    }

    /** All properties in a branch of the {@code Fn::If} around them. */
    private void branch(ObjectPlan plan, Value<?> value) {
        if (value instanceof ObjectValue<?> object) {
            object(plan, object.members());
        } else if (Arguments.isNoValue(value)) {
            object(plan, PropertyBag.empty());
        } else if (value instanceof If<?> choice) {
            if (++depth <= PathStack.MAXIMUM_DEPTH) {
                choice(choice, branch -> branch(plan, branch));
            }
            depth--;
        }
    }

    private void object(ObjectPlan plan, PropertyBag members) {
        PropertyFacts around = spot.property;
        ObjectPlan before = within;
        within = plan;
        judged += members.size();
        int required = 0;
        boolean conditional = false;
        for (int i = 0; i < members.size(); i++) {
            String name = members.nameAt(i);
            Value<?> value = members.valueAt(i);
            ValuePlan member = plan.member(name, i);
            if (member != null) {
                boolean literal = value instanceof Literal;
                conditional |= value instanceof If;
                required += member.required && (literal || isThere(value)) ? 1 : 0;
                if (!(literal && member.anyLiteral)) {
                    path.push(name, i);
                    value(member, value);
                    path.pop();
                }
            } else if (!plan.schema.isOpen() && !standsForOthers(name, members)) {
                path.push(name, i);
                spot.property = around;
                unknown(plan.schema, name);
                path.pop();
            }
        }
        within = before;
        spot.property = around;
        spot.missing = plan.schema.required().size() - required;
        spot.conditional = conditional;
        for (int rule : plan.rules) {
            rules[rule].checkObject(plan.schema, members, spot, sinks[rule]);
        }
    }

    /** Whether a name is that of a function which puts members there: a transform, a loop, or one that stands for all of them. */
    private static boolean standsForOthers(String name, PropertyBag members) {
        return name.startsWith("Fn::")
                && (members.size() == 1 || name.equals("Fn::Transform") || LoopKeys.isLoop(name));
    }

    private static boolean isThere(Value<?> value) {
        return !(value instanceof If) && !Arguments.isNoValue(value);
    }

    private void value(ValuePlan plan, Value<?> value) {
        if (value instanceof Literal<?> literal) {
            if (Fit.literal(plan, literal)) {
                check(plan, plan.literalRules, literal);
            } else {
                misfit(plan, literal);
            }
            return;
        }
        if (++depth <= PathStack.MAXIMUM_DEPTH) {
            if (value instanceof Intrinsic<?> function) {
                function(plan, function);
            } else if (value instanceof ListValue<?> list) {
                list(plan, list);
            } else {
                members(plan, (ObjectValue<?>) value);
            }
        }
        depth--;
    }

    private void function(ValuePlan plan, Intrinsic<?> function) {
        if (function instanceof If<?> choice) {
            choice(choice, branch -> value(plan, branch));
            return;
        }
        ValueKind kind = context.kindOf(function);
        if (kind == ValueKind.ABSENT) {
            return;
        }
        if (Fit.kind(plan, kind)) {
            check(plan, plan.otherRules, function);
        } else {
            misfit(plan, function);
        }
    }

    private void choice(If<?> choice, Consumer<Value<?>> branches) {
        String condition = choice.condition().name();
        Guard around = spot.guard;
        path.push("Fn::If", 0);
        spot.guard = Guard.within(around, condition, true);
        path.push(null, 1);
        branches.accept(choice.whenTrue());
        path.pop();
        spot.guard = Guard.within(around, condition, false);
        path.push(null, 2);
        branches.accept(choice.whenFalse());
        path.pop();
        spot.guard = around;
        path.pop();
    }

    private void list(ValuePlan plan, ListValue<?> list) {
        if (plan.slot == ValuePlan.Slot.UNION) {
            ValuePlan meant = Fit.alternative(plan, list, plans, within);
            if (meant != plan) {
                list(meant, list);
                return;
            }
        }
        if (!Fit.kind(plan, ValueKind.LIST)) {
            misfit(plan, list);
            return;
        }
        check(plan, plan.otherRules, list);
        ValuePlan element = plan.element;
        if (element != null) {
            List<Value<?>> items = list.items();
            for (int i = 0; i < items.size(); i++) {
                path.push(null, i);
                value(element, items.get(i));
                path.pop();
            }
        }
    }

    private void members(ValuePlan plan, ObjectValue<?> value) {
        if (plan.slot == ValuePlan.Slot.UNION) {
            ValuePlan meant = Fit.alternative(plan, value, plans, within);
            if (meant != plan) {
                members(meant, value);
                return;
            }
        }
        if (!Fit.kind(plan, ValueKind.OBJECT)) {
            misfit(plan, value);
            return;
        }
        check(plan, plan.otherRules, value);
        PropertyBag members = value.members();
        if (plan.slot == ValuePlan.Slot.MAP && plan.element != null) {
            for (int i = 0; i < members.size(); i++) {
                path.push(members.nameAt(i), i);
                value(plan.element, members.valueAt(i));
                path.pop();
            }
        } else {
            ObjectPlan object = plans.object(plan, within.owner);
            if (object != null) {
                object(object, members);
            }
        }
    }

    private void check(ValuePlan plan, int[] concerned, Value<?> value) {
        ValueLimits limits = plan.limits;
        if (limits != null && concerned.length > 0) {
            spot.property = plan.property;
            for (int rule : concerned) {
                rules[rule].checkValue(limits, value, spot, sinks[rule]);
            }
        }
    }

    private void misfit(ValuePlan plan, Value<?> value) {
        spot.property = plan.property;
        for (int i = 0; i < rules.length; i++) {
            rules[i].checkMisfit(plan.type, value, spot, sinks[i]);
        }
    }

    private void unknown(ObjectSchema schema, String name) {
        for (int i = 0; i < rules.length; i++) {
            rules[i].checkUnknown(schema, name, spot, sinks[i]);
        }
    }
}
