package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.ValueKind;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the arguments of one function. */
final class ArgumentCheck {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]");

    final FunctionUse use;

    private final TemplateContext context;
    private final FindingSink sink;
    private final String name;

    ArgumentCheck(TemplateContext context, FunctionUse use, FindingSink sink) {
        this.context = context;
        this.use = use;
        this.sink = sink;
        this.name = use.function().functionName();
    }

    /** Whether there are so many arguments; reported if not. */
    boolean count(int fewest, int most) {
        int count = use.function().argument() instanceof ListValue<?> list
                ? list.items().size()
                : -1;
        if (count >= fewest && count <= most) {
            return true;
        }
        String takes = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
        sink.report(
                use.argument(),
                name + " takes a list of " + takes + " arguments, and "
                        + (count < 0 ? "no list is given." : count + " are given."),
                "Write the arguments as a list.");
        return false;
    }

    /** Whether an argument is a literal; reported if not. */
    boolean literal(int index, String what) {
        boolean literal = Arguments.at(use.function(), index) instanceof Literal;
        if (!literal) {
            sink.report(
                    use.argument(index), "The " + what + " of " + name + " must be a literal.", "Write a plain text.");
        }
        return literal;
    }

    void notEmpty(int index, String what) {
        if ("".equals(Arguments.text(use.function(), index))) {
            sink.report(
                    use.argument(index), "The " + what + " of " + name + " is empty.", "Write at least one character.");
        }
    }

    /** Judges that arguments are single values. */
    void scalars(int from, int to) {
        for (int i = from; i < to; i++) {
            Value<?> argument = Arguments.at(use.function(), i);
            if (argument != null) {
                kind(argument, ValueKind.SCALAR, "a text", use.argument(i));
            }
        }
    }

    void list(int index) {
        Value<?> argument = Arguments.at(use.function(), index);
        if (argument != null) {
            kind(argument, ValueKind.LIST, "a list", use.argument(index));
        }
    }

    void scalarItems(int index) {
        if (Arguments.at(use.function(), index) instanceof ListValue<?> list) {
            for (int i = 0; i < list.items().size(); i++) {
                kind(
                        list.items().get(i),
                        ValueKind.SCALAR,
                        "texts",
                        use.argument(index).item(i));
            }
        }
    }

    void whole(ValueKind wanted, String what) {
        kind(use.function().argument(), wanted, what, use.argument());
    }

    void structure() {
        Value<?> argument = use.function().argument();
        if (context.kindOf(argument) == ValueKind.SCALAR) {
            sink.report(
                    use.argument(),
                    name + " takes an object or list, and a single value is given.",
                    "Give it an object.");
        }
    }

    void members(String... names) {
        for (String member : names) {
            if (!(use.function().argument() instanceof ObjectValue<?> object)
                    || !object.members().has(member)) {
                sink.report(use.argument(), name + " takes an object with " + member + ".", "Add " + member + ".");
            }
        }
    }

    void truths() {
        for (int i = 0; i < Arguments.count(use.function()); i++) {
            Value<?> argument = Arguments.at(use.function(), i);
            if (argument != null) {
                kind(argument, ValueKind.TRUTH, "conditions", use.argument(i));
            }
        }
    }

    /** Judges that both arguments can be compared: they are texts, numbers or the like. */
    void comparable() {
        for (int i = 0; i < 2; i++) {
            Value<?> argument = Arguments.at(use.function(), i);
            ValueKind kind = argument == null ? ValueKind.UNKNOWN : context.kindOf(argument);
            if (kind == ValueKind.TRUTH || kind == ValueKind.LIST || kind == ValueKind.OBJECT) {
                sink.report(
                        use.argument(i),
                        name + " compares texts, and " + describe(kind) + " is given.",
                        kind == ValueKind.TRUTH ? "Use Fn::And, Fn::Or or Fn::Not." : "Write a text.");
            }
        }
    }

    /** Judges that the argument has no other members than these. */
    void only(Set<String> names) {
        if (use.function().argument() instanceof ObjectValue<?> object) {
            for (String member : object.members().names()) {
                if (!names.contains(member)) {
                    sink.report(
                            use.argument().member(member),
                            name + " takes no " + Texts.excerpt(member) + ".",
                            "Use " + Texts.list(new TreeSet<>(names)) + ".");
                }
            }
        }
    }

    /** Judges a literal that names a region. */
    void region() {
        String text = Arguments.text(use.function(), 0);
        if (text != null && !text.isEmpty() && !REGION.matcher(text).matches()) {
            sink.report(
                    use.argument(),
                    name + " takes a region, and '" + Texts.excerpt(text) + "' is given.",
                    "Write a region such as us-east-1, or an empty text for the region of the stack.");
        }
    }

    void variable(String variable, Value<?> value) {
        kind(value, ValueKind.SCALAR, "texts as variables", use.argument(1).member(variable));
    }

    private void kind(Value<?> value, ValueKind wanted, String what, Place place) {
        if (value instanceof If<?> choice && context.tooDeep().isEmpty()) {
            kind(choice.whenTrue(), wanted, what, place.member("Fn::If").item(1));
            kind(choice.whenFalse(), wanted, what, place.member("Fn::If").item(2));
            return;
        }
        ValueKind kind = context.kindOf(value);
        if (kind != wanted && kind != ValueKind.UNKNOWN && kind != ValueKind.ABSENT) {
            sink.report(
                    place,
                    name + " takes " + what + " here, and " + describe(kind) + " is given.",
                    remedy(kind, wanted));
        }
    }

    private static String describe(ValueKind kind) {
        switch (kind) {
            case LIST:
                return "a list";
            case OBJECT:
                return "an object";
            case TRUTH:
                return "a condition";
            default:
                return "a single value";
        }
    }

    private static String remedy(ValueKind kind, ValueKind wanted) {
        if (wanted == ValueKind.LIST) {
            return "Write a list, or make one with Fn::Split.";
        }
        return kind == ValueKind.LIST && wanted == ValueKind.SCALAR
                ? "Take one item with Fn::Select, or join the items with Fn::Join."
                : "Write " + (wanted == ValueKind.TRUTH ? "a condition" : "a text") + ".";
    }

    /** Judges an index into a list, if both are literals. */
    void index(int index, int list) {
        Value<?> argument = Arguments.at(use.function(), index);
        if (!(argument instanceof Literal<?> literal)) {
            return;
        }
        BigDecimal number = Literals.number(literal.text());
        if (number == null || number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            sink.report(use.argument(index), "The index of " + name + " is no whole number from 0.", "Count from 0.");
        } else if (Arguments.at(use.function(), list) instanceof ListValue<?> values && isCertain(values.items())) {
            int size = values.items().size();
            if (number.compareTo(BigDecimal.valueOf(size)) >= 0) {
                sink.report(
                        use.argument(index),
                        "The index " + literal.text() + " of " + name + " is beyond the list, which has " + size
                                + " items.",
                        "Count from 0.");
            }
        }
    }

    private boolean isCertain(List<Value<?>> items) {
        for (Value<?> item : items) {
            if (item instanceof If || context.kindOf(item) != ValueKind.SCALAR) {
                return false;
            }
        }
        return true;
    }

    void number(int index, String what, int least, int most) {
        String text = Arguments.text(use.function(), index);
        BigDecimal number = text == null ? null : Literals.number(text);
        boolean fits = number != null
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (text != null && !fits) {
            sink.report(
                    use.argument(index),
                    "The " + what + " of " + name + " must be from " + least + " to " + most + ", and '"
                            + Texts.excerpt(text) + "' is given.",
                    "Write a number within these bounds.");
        }
    }

    void addressBlock(int index) {
        String text = Arguments.text(use.function(), index);
        if (text != null && !isAddressBlock(text)) {
            sink.report(
                    use.argument(index),
                    name + " takes a block of addresses, and '" + Texts.excerpt(text) + "' is given.",
                    "Write one such as 10.0.0.0/16.");
        }
    }

    private static boolean isAddressBlock(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && (text.indexOf(':') >= 0 || dots(text) == 3)
                && Literals.number(text.substring(slash + 1)) != null;
    }

    private static int dots(@Nullable String text) {
        int count = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            count += text.charAt(i) == '.' ? 1 : 0;
        }
        return count;
    }
}
