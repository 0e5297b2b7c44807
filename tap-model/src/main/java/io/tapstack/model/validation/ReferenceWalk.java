package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects every function, every use of a name and every text with a placeholder in a template, in one walk. */
final class ReferenceWalk {

    final List<Reference> references = new ArrayList<>();
    final List<FunctionUse> functions = new ArrayList<>();
    final List<Place> tooDeep = new ArrayList<>();
    final List<PlacedText> placeholderTexts = new ArrayList<>();

    private final PathStack path = new PathStack();
    private final List<String> loopIdentifiers = new ArrayList<>();
    private @Nullable Element current;
    private @Nullable Guard guard;
    private int depth;

    /** What stands at the top of the template without being declared: hooks, defaults of a macro. */
    void template(Element element, Template template) {
        start(element);
        options(template.others());
    }

    void declaration(Element element, Value<?> body) {
        start(element);
        value(body);
    }

    void output(Element element, Output output) {
        String condition = element.condition();
        start(element);
        if (condition != null) {
            add(Reference.Kind.CONDITION, condition, null, element.path().member("Condition"));
        }
        members(output.members());
    }

    void loop(Element element, Value<?> argument) {
        start(element);
        loopArgument(argument);
    }

    void resource(Element element, Resource resource) {
        ResourceOptions options = resource.options();
        String condition = element.condition();
        start(element);
        if (options != ResourceOptions.none()) {
            options(element, options, condition);
        }
        PropertyBag properties = resource.properties();
        if (!properties.isEmpty()) {
            Intrinsic<?> choice = Functions.choice(properties);
            path.push("Properties", 0);
            if (choice == null) {
                members(properties);
            } else {
                function(choice);
            }
            path.pop();
        }
    }

    private void start(Element element) {
        current = element;
        guard = element.guard();
        depth = 0;
        path.start(element.path());
    }

    private void options(Element element, ResourceOptions options, @Nullable String condition) {
        if (condition != null) {
            add(Reference.Kind.CONDITION, condition, null, element.path().member("Condition"));
        }
        List<LogicalId> dependsOn = options.dependsOn();
        TemplatePath list =
                dependsOn.isEmpty() ? TemplatePath.root() : element.path().member("DependsOn");
        for (int i = 0; i < dependsOn.size(); i++) {
            add(Reference.Kind.DEPENDS_ON, dependsOn.get(i).name(), null, list.item(i));
        }
        option("DeletionPolicy", options.deletionPolicy().orElse(null));
        option("UpdateReplacePolicy", options.updateReplacePolicy().orElse(null));
        option("CreationPolicy", options.creationPolicy().orElse(null));
        option("UpdatePolicy", options.updatePolicy().orElse(null));
        path.push("Metadata", -1);
        options(options.metadata());
        path.pop();
        options(options.others());
    }

    private void options(Map<String, Value<?>> values) {
        if (values.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Value<?>> entry : values.entrySet()) {
            option(entry.getKey(), entry.getValue());
        }
    }

    private void option(String name, @Nullable Value<?> value) {
        if (value != null) {
            path.push(name, -1);
            value(value);
            path.pop();
        }
    }

    private void value(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            if (hasPlaceholder(literal)) {
                placeholderTexts.add(new PlacedText(literal.text(), Place.written(element(), path.path(), guard)));
            }
            return;
        }
        if (++depth > PathStack.MAXIMUM_DEPTH) {
            tooDeep.add(Place.written(element(), path.path(), guard));
        } else if (value instanceof ListValue<?> list) {
            items(list.items());
        } else if (value instanceof Intrinsic<?> intrinsic) {
            function(intrinsic);
        } else {
            members(((ObjectValue<?>) value).members());
        }
        depth--;
    }

    private static boolean hasPlaceholder(Literal<?> literal) {
        return literal.isString() && literal.text().contains("${");
    }

    private void items(List<Value<?>> items) {
        for (int i = 0; i < items.size(); i++) {
            Value<?> item = items.get(i);
            if (!(item instanceof Literal<?> literal) || hasPlaceholder(literal)) {
                path.push(null, i);
                value(item);
                path.pop();
            }
        }
    }

    private void members(PropertyBag members) {
        for (int i = 0; i < members.size(); i++) {
            Value<?> member = members.valueAt(i);
            if (member instanceof Literal<?> literal && !hasPlaceholder(literal)) {
                continue;
            }
            String name = members.nameAt(i);
            path.push(name, i);
            if (LoopKeys.isLoop(name)) {
                loopArgument(member);
            } else {
                value(member);
            }
            path.pop();
        }
    }

    private void loopArgument(Value<?> argument) {
        boolean named = false;
        if (argument instanceof ListValue<?> list
                && !list.items().isEmpty()
                && list.items().get(0) instanceof Literal<?> id) {
            loopIdentifiers.add(id.text());
            named = true;
        }
        value(argument);
        if (named) {
            loopIdentifiers.remove(loopIdentifiers.size() - 1);
        }
    }

    private void function(Intrinsic<?> function) {
        TemplatePath here = path.path();
        if (function instanceof Ref<?> ref) {
            name(Reference.Kind.REF, ref.target(), null, here);
        } else if (function instanceof GetAtt<?> getAtt) {
            getAtt(getAtt, here);
        } else {
            functions.add(new FunctionUse(function, element(), here, guard));
            arguments(function, here);
        }
    }

    private void arguments(Intrinsic<?> function, TemplatePath here) {
        if (function instanceof Sub sub) {
            sub(sub, here);
        } else if (function instanceof If<?> choice) {
            choice(choice, here);
        } else if (function instanceof ConditionReference condition) {
            add(Reference.Kind.CONDITION, condition.target().name(), null, here);
        } else {
            if (function instanceof FindInMap<?> find) {
                String mapping = Arguments.text(find, 0);
                if (mapping != null) {
                    name(Reference.Kind.FIND_IN_MAP, mapping, null, here);
                }
            }
            path.push(function.functionName(), 0);
            value(function.argument());
            path.pop();
        }
    }

    private void getAtt(GetAtt<?> getAtt, TemplatePath here) {
        Value<?> attribute = getAtt.attribute();
        String text = attribute instanceof Literal<?> literal ? literal.text() : null;
        name(Reference.Kind.GET_ATT, getAtt.target().name(), text, here);
        if (text == null) {
            path.push("Fn::GetAtt", 0);
            path.push(null, 1);
            value(attribute);
            path.pop();
            path.pop();
        }
    }

    private void sub(Sub sub, TemplatePath here) {
        PropertyBag variables = sub.variables();
        List<SubPart> parts = sub.parts();
        for (int i = 0; i < parts.size(); i++) {
            SubPart part = parts.get(i);
            if (part.isPlaceholder() && !variables.has(part.text()) && Placeholders.isWellFormed(part.text())) {
                name(Reference.Kind.SUB, part.name(), part.attribute().orElse(null), here);
            }
        }
        if (!variables.isEmpty()) {
            path.push("Fn::Sub", 0);
            path.push(null, 1);
            value(MapValue.ofAny(variables));
            path.pop();
            path.pop();
        }
    }

    private void choice(If<?> choice, TemplatePath here) {
        String condition = choice.condition().name();
        add(Reference.Kind.IF, condition, null, here);
        path.push("Fn::If", 0);
        Guard around = guard;
        guard = Guard.within(around, condition, true);
        path.push(null, 1);
        value(choice.whenTrue());
        path.pop();
        guard = Guard.within(around, condition, false);
        path.push(null, 2);
        value(choice.whenFalse());
        path.pop();
        guard = around;
        path.pop();
    }

    /** Adds a use of a name, unless a loop around it says what the name stands for. */
    private void name(Reference.Kind kind, String target, @Nullable String attribute, TemplatePath here) {
        if (loopIdentifiers.isEmpty() || !(loopIdentifiers.contains(target) || target.indexOf('$') >= 0)) {
            add(kind, target, attribute, here);
        }
    }

    private void add(Reference.Kind kind, String target, @Nullable String attribute, TemplatePath here) {
        references.add(new Reference(kind, target, attribute, element(), here, guard));
    }

    private Element element() {
        Element element = current;
        if (element == null) {
            throw new IllegalStateException("element: the walk has not started");
        }
        return element;
    }
}
